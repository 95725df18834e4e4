-- What a letter says is settled when it is ordered: sent late, it must not tell of what came after.
alter table letter add column facts jsonb not null default '{"limit": "", "until": null, "ground": "", "reason": ""}';
alter table letter alter column facts drop default;
-- A letter whose time was over before it could be sent.
alter table letter add column dropped_at timestamptz;
