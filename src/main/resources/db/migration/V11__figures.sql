-- When the subject first had an answer, or the case ended without one, and how: set once, whatever comes after. What
-- is told of many cases together is counted by it.
alter table request add column settled_at timestamptz;
alter table request add column settled_as text;
alter table request add check ((settled_at is null) = (settled_as is null));

update request
   set settled_at = first.at, settled_as = first.how
  from (select distinct on (entry.request_id)
               entry.request_id,
               entry.at,
               case when entry.action <> 'assembled' then entry.action
                    when bundle.partial_reason is null then 'answered'
                    else 'answered-in-part' end as how
          from history entry
          left join bundle
            on bundle.request_id = entry.request_id
           and entry.action = 'assembled'
           and bundle.number = cast(entry.detail ->> 'bundle' as int)
         where entry.action in ('assembled', 'refused', 'withdrawn', 'not-confirmed')
         order by entry.request_id, entry.id) first
 where request.id = first.request_id;

create index request_received on request (received_at);
create index request_settled on request (settled_at) include (settled_as, received_at, due_on);

-- Each attempt that ended by itself, for what sources are like over time; no word of any case is in it.
create table run_attempt (
    run_id      uuid        not null,
    attempt     int         not null,
    connector   text        not null,
    started_at  timestamptz not null,
    ended_at    timestamptz not null,
    fault_kind  text,
    fault       text,
    primary key (run_id, attempt)
);
create index run_attempt_answered on run_attempt (connector, ended_at) where fault_kind is null;
create index run_attempt_failed on run_attempt (connector, ended_at) where fault_kind is not null;
create index run_attempt_ended on run_attempt (ended_at) include (connector, fault_kind);

insert into run_attempt
select id, attempt, connector, started_at, ended_at, fault_kind, fault
  from run
 where started_at <= ended_at and state in ('ANSWERED', 'FAILED');

-- Who had a connector tested, and what came of it. One at a time for each connector.
create table connector_test (
    id          uuid primary key,
    connector   text        not null,
    actor       text        not null,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    report      jsonb
);
create unique index connector_test_running on connector_test (connector) where ended_at is null;
create index connector_test_latest on connector_test (connector, started_at desc);
