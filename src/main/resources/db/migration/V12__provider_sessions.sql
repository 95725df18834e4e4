-- Staff who sign in by OpenID Connect: who they are is known once they came; their tokens stay on the server.

create table colleague (
    name     text primary key,
    -- issuer and subject of the token: a name given anew is another person's
    subject  text        not null,
    seen_at  timestamptz not null
);

create table provider_session (
    id_hash        text primary key,
    sealed_tokens  bytea       not null,
    expires_at     timestamptz not null
);
create index provider_session_expires on provider_session (expires_at);
