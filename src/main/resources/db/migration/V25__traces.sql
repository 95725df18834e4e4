-- Where the case's trace began, and whose step a task is (W3C Trace Context); empty where nobody follows traces.
alter table request add column trace text;
alter table scheduled_tasks add column trace text;
