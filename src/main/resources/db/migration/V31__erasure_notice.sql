-- Who is told of an erasure (GDPR Art. 19), and what they answered. What they are told names of whom it is, and goes as
-- soon as they are told.
create table erasure_notice (
    id          uuid        primary key,
    request_id  uuid        not null references request,
    recipient   text        not null,
    email       text,
    text        text,
    ordered_at  timestamptz not null,
    told_at     timestamptz,
    told_by     text,
    answer      text,
    answered_at timestamptz,
    answered_by text,
    unique (request_id, recipient)
);
