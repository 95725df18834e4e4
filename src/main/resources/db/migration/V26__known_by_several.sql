-- Who else than source says the same of a subject: what one of them takes back, another may still say.
alter table known_identifier add column also text[] not null default '{}';
