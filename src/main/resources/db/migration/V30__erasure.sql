-- What a run is asked to do now: one run of a connector collects, or finds, then erases and verifies, one after the other.
alter table run add column operation text not null default 'COLLECT';
-- The groups of an approved plan that it is about, as ordered: an attempt that is launched again gets the same order.
alter table run add column step jsonb;
-- What there was to erase when it last looked.
alter table run add column found jsonb;

-- Every version of a case's plan that there ever was. The document is the text that was hashed; it goes when the case is
-- reduced to proof, and its hash stays.
create table erasure_plan (
    id          uuid        primary key,
    request_id  uuid        not null references request,
    number      int         not null,
    hash        text        not null,
    document    text,
    made_at     timestamptz not null,
    made_by     text        not null,
    proposed_by text,
    proposed_at timestamptz,
    approved_by text,
    approved_at timestamptz,
    unique (request_id, number)
);

-- What is to be done since a plan was approved: on its day where it has one, else at once. Whose it is goes when it is
-- proved that it is gone.
create table erasure_group (
    id             uuid        primary key,
    request_id     uuid        not null references request,
    plan           text        not null,
    connector      text        not null,
    -- key of the plan's line
    line           text,
    planned_group  jsonb,
    items          jsonb       not null,
    collection     text        not null,
    service        text        not null,
    period         text        not null,
    way            text        not null,
    records        bigint      not null check (records > 0),
    erased         bigint      not null,
    state          text        not null check (state in ('WAITING', 'DONE', 'CONTRADICTED', 'PROVED', 'REPLANNED')),
    due_on         date,
    done_at        timestamptz,
    proved_at      timestamptz
);
create index erasure_group_request on erasure_group (request_id, connector);

-- What was erased and proved to be gone, and what is kept: signed, and of nobody by name.
create table erasure_certificate (
    id          uuid        primary key,
    request_id  uuid        not null references request,
    number      int         not null,
    document    text        not null,
    signed      text        not null,
    made_at     timestamptz not null,
    unique (request_id, number)
);

-- Who was erased from where, as hashes with a salt each: a backup of a backend that is restored brings nobody back unseen.
create table erased (
    id          uuid        primary key,
    connector   text        not null,
    collection  text        not null,
    service     text        not null,
    period      text        not null,
    kind        text        not null,
    salt        bytea       not null,
    hash        bytea       not null,
    erased_at   timestamptz not null
);
create index erased_connector on erased (connector);
