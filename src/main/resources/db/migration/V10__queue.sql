-- The staff's list at any number of cases: each state and right is a range of one index, read in the order shown. So a
-- page of any selection reads as many rows as it shows, and one of each range besides.
create index request_listed on request (state_kind, right_key, due_on, id);
create index request_listed_of on request ((coalesce(assignee, '')), state_kind, right_key, due_on, id);
-- What these do as well.
drop index request_queue;
drop index request_state;
drop index request_assignee;

-- Text is found wherever it stands in a word, whatever its case and accents.
create extension if not exists pg_trgm;

create function folded(written text) returns text language sql immutable strict parallel safe
    return translate(lower(written),
        'ČŠŽĆĐÄÖÜÁÀÂÉÈÊËÍÓÔÚŐŰčšžćđäöüáàâéèêëíóôúőű',
        'cszcdaouaaaeeeeioououcszcdaouaaaeeeeioouou');

-- A space before each word, by which beginnings of words are found.
alter table request add column sought text generated always as (
    folded(' ' || reference || ' ' || name || ' ' || email || ' '
        || translate(jsonb_path_query_array(identifiers, '$.list[*].value')::text, '[],"', '    '))) stored;
create index request_sought on request using gin (sought gin_trgm_ops);
create index known_identifier_sought on known_identifier using gin (folded(' ' || value) gin_trgm_ops);

-- What members of staff look at again and again, each with their own; a shared one is shown to all.
create table saved_view (
    id          uuid primary key,
    owner       text        not null,
    name        text        not null check (length(name) between 1 and 60),
    filter      jsonb       not null,
    shared      boolean     not null,
    saved_at    timestamptz not null,
    unique (owner, name)
);
create index saved_view_shared on saved_view (name) where shared;
