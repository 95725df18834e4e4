-- How often a bundle was begun since staff released it, so that one that cannot be made goes back to them.
alter table bundle add column ordered_at timestamptz;
alter table bundle add column tries int not null default 0;
