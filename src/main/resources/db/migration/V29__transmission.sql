-- Answers on their way to destinations that subjects named and proved (GDPR Art. 20(2)), and their receipts.
create table transmission (
    id           uuid primary key,
    request_id   uuid        not null references request,
    bundle       int         not null,
    destination  text        not null,
    host         text        not null,
    fingerprint  text,
    -- sealed to the request's key; none once it has ended
    secret       bytea,
    state        text        not null check (state in ('UNDER_WAY', 'DONE', 'FAILED')),
    attempt      int         not null,
    size         bigint      not null,
    sha256       text        not null,
    answer       text        not null,
    fault        text,
    named_at     timestamptz not null,
    ended_at     timestamptz,
    check ((state = 'UNDER_WAY') = (ended_at is null)),
    check (state = 'UNDER_WAY' or secret is null)
);
create index transmission_request on transmission (request_id, named_at);
