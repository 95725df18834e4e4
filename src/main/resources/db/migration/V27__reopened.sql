-- From when the time limit counts, where a request that was refused for want of proof was taken up again.
alter table request add column counted_from timestamptz;
