-- What a letter says is settled when it is ordered: sent late, it must not tell of what came after. Null where an
-- earlier version ordered it, before the upgrade or beside it: then it is settled when it is sent.
alter table letter add column facts jsonb;
-- A letter whose time was over before it could be sent.
alter table letter add column dropped_at timestamptz;
