-- Whose personal data staff saw in the list, and when: one row for each page of it, whatever its size. Part of the
-- history, and append-only like it (ZVOP-2 Art. 22). No references to cases, so that looking locks none of them.
create table list_view (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    actor     text        not null,
    action    text        not null,
    filter    jsonb       not null,
    requests  uuid[]      not null
);
create index list_view_requests on list_view using gin (requests);
create trigger list_view_append_only before update or delete on list_view
    for each row execute function history_is_append_only();
create trigger list_view_no_truncate before truncate on list_view
    for each statement execute function history_is_append_only();
