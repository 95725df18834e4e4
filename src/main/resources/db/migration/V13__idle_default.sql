-- A version from before V7 signs in beside this one while replicas are replaced, and does not know of the column.
alter table portal_session alter column idle_at set default now() + interval '30 minutes';
