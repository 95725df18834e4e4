-- The case, its history and all that follows it. Times are UTC; days are calendar days in Europe/Ljubljana.

create table request (
    id                uuid primary key,
    reference         text        not null unique,
    right_key         text        not null,
    services          jsonb       not null,
    name              text        not null,
    email             text        not null,
    identifiers       jsonb       not null,
    language          text        not null,
    message           text        not null,
    state             jsonb       not null,
    state_kind        text        not null generated always as (state ->> 'kind') stored,
    received_at       timestamptz not null,
    due_on            date        not null,
    extension_reason  text,
    extended_at       timestamptz,
    assignee          text,
    version           bigint      not null
);
create index request_queue on request (due_on, id);
create index request_state on request (state_kind, due_on, id);
create index request_open on request (due_on, id) where state_kind not in ('ready', 'closed');
create index request_assignee on request (assignee, due_on, id);

-- Append-only, and held to it by the database (ZVOP-2 Art. 22).
create table history (
    id          bigint generated always as identity primary key,
    request_id  uuid        not null references request,
    at          timestamptz not null,
    actor_kind  text        not null,
    actor       text        not null,
    action      text        not null,
    detail      jsonb       not null
);
create index history_request on history (request_id, id);

create function history_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'history is append-only';
end $$;
create trigger history_append_only before update or delete on history
    for each row execute function history_is_append_only();
create trigger history_no_truncate before truncate on history
    for each statement execute function history_is_append_only();

create table identity_proof (
    id          uuid primary key,
    request_id  uuid        not null references request,
    method      text        not null,
    identifiers jsonb       not null,
    proved_by   text        not null,
    note        text        not null,
    at          timestamptz not null
);
create index identity_proof_request on identity_proof (request_id);

create table note (
    id          uuid primary key,
    request_id  uuid        not null references request,
    author      text        not null,
    text        text        not null,
    at          timestamptz not null
);
create index note_request on note (request_id, at);

-- One answer for one Idempotency-Key, whatever is sent again.
create table idempotency (
    key_hash     text primary key,
    body_hash    text        not null,
    reference    text        not null,
    at           timestamptz not null
);

-- Links in mails: single-use, expiring, stored as a hash.
create table access_link (
    id          uuid primary key,
    request_id  uuid        not null references request,
    purpose     text        not null,
    token_hash  text        not null unique,
    expires_at  timestamptz not null,
    used_at     timestamptz
);
create index access_link_request on access_link (request_id);

create table portal_session (
    token_hash  text primary key,
    request_id  uuid        not null references request,
    expires_at  timestamptz not null
);

create table letter (
    id          uuid primary key,
    request_id  uuid        not null references request,
    kind        text        not null,
    about       text        not null,
    created_at  timestamptz not null,
    sent_at     timestamptz,
    unique (request_id, kind, about)
);

-- What is known of the subject by proof, or by a backend from what was proved.
create table known_identifier (
    request_id  uuid not null references request,
    kind        text not null,
    value       text not null,
    source      text not null,
    primary key (request_id, kind, value)
);

-- One run per connector and case; attempt fences off a process that was overtaken.
create table run (
    id              uuid primary key,
    request_id      uuid        not null references request,
    connector       text        not null,
    state           text        not null,
    attempt         int         not null,
    tries           int         not null,
    launches        int         not null,
    fault_kind      text,
    fault           text,
    outcome         jsonb,
    extract_key     text,
    extract_attempt int,
    records         bigint      not null,
    bytes           bigint      not null,
    started_at      timestamptz,
    ended_at        timestamptz,
    failing_since   timestamptz,
    retry_at        timestamptz,
    unique (request_id, connector)
);
create index run_running on run (connector) where state = 'RUNNING';

create table withholding (
    request_id  uuid        not null references request,
    item        text        not null,
    ground      text        not null,
    reason      text        not null,
    decided_by  text        not null,
    at          timestamptz not null,
    primary key (request_id, item)
);

create table bundle (
    id              uuid primary key,
    request_id      uuid        not null references request,
    number          int         not null,
    attempt         int         not null,
    state           text        not null,
    object_key      text,
    size            bigint,
    sha256          text,
    created_at      timestamptz not null,
    ready_at        timestamptz,
    available_until timestamptz,
    partial_reason  text,
    missing         jsonb       not null,
    unique (request_id, number)
);

-- db-scheduler's table, as its documentation gives it for PostgreSQL.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
