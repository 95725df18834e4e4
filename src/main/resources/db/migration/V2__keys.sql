-- Private parts are wrapped with the master key and bound to their row; a shredded one is gone from its row for ever.
create table request_key (
    request_id   uuid primary key,
    public_key   bytea       not null check (length(public_key) = 32),
    wrapped_key  bytea,
    created_at   timestamptz not null,
    shredded_at  timestamptz,
    check ((wrapped_key is null) = (shredded_at is not null))
);

-- The newest signs; all stay published, because bundles outlive the key that signed them.
create table signing_key (
    kid          text primary key,
    public_key   bytea       not null check (length(public_key) = 32),
    wrapped_key  bytea       not null,
    created_at   timestamptz not null
);
