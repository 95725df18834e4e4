-- The calendar days that cases are counted by, worked out once when a case is written, not at each look at the dashboard.
alter table request
    add column received_on date generated always as (cast(received_at at time zone 'Europe/Ljubljana' as date)) stored,
    add column settled_on  date generated always as (cast(settled_at at time zone 'Europe/Ljubljana' as date)) stored;

create index request_received_on on request (received_on);
create index request_settled_on on request (settled_on) include (settled_as, received_on, due_on);
drop index request_received;
drop index request_settled;
