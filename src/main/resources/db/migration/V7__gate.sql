-- Asking to sign in: one row for each, whether or not there is such a case, so that the two look alike. Link and code
-- sign in only where the ticket is that the asking was answered with; they follow from the id and the master key, and
-- nothing of the code is here.
create table sign_in (
    id          uuid primary key,
    request_id  uuid references request,
    ticket_hash text        not null unique,
    link_hash   text        not null unique,
    expires_at  timestamptz not null,
    tries       int         not null,
    used_at     timestamptz
);
create index sign_in_expires on sign_in (expires_at);

-- A session ends at its time, and before where nobody uses it.
alter table portal_session add column idle_at timestamptz;
update portal_session set idle_at = expires_at;
alter table portal_session alter column idle_at set not null;
create index portal_session_expires on portal_session (expires_at);

-- Who of staff is signed in to the console.
create table staff_session (
    token_hash  text primary key,
    name        text        not null,
    idle_at     timestamptz not null,
    expires_at  timestamptz not null
);
create index staff_session_expires on staff_session (expires_at);

-- How often something was done: until when what was done is paid for. Keys are keyed
-- hashes, so that nothing here tells whose address or network it was.
create table rate (
    key         text primary key,
    paid_until  timestamptz not null
);
create index rate_paid on rate (paid_until);
