-- Since when a run asks for room in vain, and when it last did: whoever has waited longest is next.
alter table run add column waiting_since timestamptz;
alter table run add column asked_at timestamptz;
create index run_waiting on run (waiting_since) where waiting_since is not null;
