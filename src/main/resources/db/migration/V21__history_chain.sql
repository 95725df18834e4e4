-- Each entry of a case's history is linked to the one before it: a hash over the entry, its number and the hash before
-- (canonical JSON, RFC 8785). The database does it at the end of each transaction that writes history, whichever version
-- of the service it is, one transaction after the other for each case. It survives erasure: history holds no words.
create table history_link (
    request_id  uuid        not null,
    number      bigint      not null,
    entry       bigint      not null unique,
    linked_at   timestamptz not null,
    -- empty for the first
    previous    text        not null,
    hash        text        not null,
    primary key (request_id, number)
);

create function history_canonical(entry history, number bigint, linked_at timestamptz, previous text)
returns text language sql stable as $$
    select '{"action":' || cast(to_json(entry.action) as text)
        || ',"actor":' || cast(to_json(entry.actor) as text)
        || ',"actorKind":' || cast(to_json(entry.actor_kind) as text)
        || ',"at":"' || to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        || '","detail":{' || coalesce((
               select string_agg(cast(to_json(key) as text) || ':' || cast(to_json(value) as text), ','
                                 order by key collate "C")
                 from jsonb_each_text(entry.detail)), '')
        || '},"entry":' || entry.id
        || ',"linkedAt":"' || to_char(linked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        || '","number":' || number
        || ',"previous":"' || previous
        || '","request":"' || entry.request_id || '"}'
$$;

create function link_history(entry history, moment timestamptz) returns void language plpgsql as $$
declare
    last history_link;
    before text;
    next bigint;
begin
    select * into last from history_link where request_id = entry.request_id order by number desc limit 1;
    before := coalesce(last.hash, '');
    next := coalesce(last.number, 0) + 1;
    insert into history_link values (
        entry.request_id, next, entry.id, moment, before,
        encode(sha256(convert_to(history_canonical(entry, next, moment, before), 'UTF8')), 'hex'));
end $$;

-- What was written before is taken as it is found.
do $$
declare
    entry history;
begin
    for entry in select * from history order by request_id, id loop
        perform link_history(entry, entry.at);
    end loop;
end $$;

create function history_is_linked() returns trigger language plpgsql as $$
begin
    -- whoever waits here holds all else already: nobody waits for them in turn
    perform pg_advisory_xact_lock(hashtextextended(cast(new.request_id as text), 7670));
    perform link_history(new, clock_timestamp());
    return null;
end $$;
create constraint trigger history_linked after insert on history deferrable initially deferred
    for each row execute function history_is_linked();

create trigger history_link_append_only before update or delete on history_link
    for each row execute function history_is_append_only();
create trigger history_link_no_truncate before truncate on history_link
    for each statement execute function history_is_append_only();

-- Where each chain ended when all of them were last sealed.
create table history_sealed_head (
    request_id  uuid   primary key,
    number      bigint not null,
    hash        text   not null
);

-- A signature (JWS, Ed25519) over all of these, kept in the store as well: each over the one before.
create table history_seal (
    number      bigint      primary key,
    sealed_at   timestamptz not null,
    jws         text        not null
);

-- What each check found, for those who watch the service.
create table history_check (
    id          bigint generated always as identity primary key,
    checked_at  timestamptz not null,
    chains      bigint      not null,
    entries     bigint      not null,
    breaks      bigint      not null
);

insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
values ('check-history', 'daily', now() + interval '15 minutes', false, 1)
on conflict do nothing;
