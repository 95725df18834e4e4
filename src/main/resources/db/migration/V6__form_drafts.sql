-- Answers to the form that was not sent yet. The id is the hash of the value of a cookie, and so is the key of the
-- content derived from it: whoever has the database alone, reads no answer.
create table form_draft (
    id          text primary key,
    content     bytea       not null,
    expires_at  timestamptz not null
);
