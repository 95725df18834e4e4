-- What the subject and staff write to each other about a case. The subject's messages that staff have neither answered
-- nor marked as read await them; staff's are seen when the subject has had them on the screen.
create table message (
    id           uuid primary key,
    request_id   uuid        not null references request,
    author_kind  text        not null check (author_kind in ('subject', 'staff')),
    author       text        not null,
    text         text        not null,
    at           timestamptz not null,
    seen_at      timestamptz
);
create index message_request on message (request_id, at);
create index message_awaits_staff on message (request_id) where author_kind = 'subject' and seen_at is null;

-- The content stands in the store, sealed to the request's key, and ends with it.
create table attachment (
    id           uuid primary key,
    message_id   uuid        not null references message,
    position     int         not null,
    name         text        not null,
    media_type   text        not null,
    size         bigint      not null,
    sha256       text        not null,
    object_key   text        not null,
    unique (message_id, position)
);

-- What an answer does not hand out, and on what ground; null where an earlier version assembled it.
alter table bundle add column left_out jsonb;
