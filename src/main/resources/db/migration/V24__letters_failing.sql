-- Since when no try to send a letter has succeeded: a mail server that refuses one must not go unnoticed.
alter table letter add column failing_since timestamptz;
