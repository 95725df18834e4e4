-- What a version from before V11 settled beside a newer one, while replicas were replaced, lacks the time: as in V11.
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
 where request.id = first.request_id
   and request.settled_at is null;

-- And from now on the state says it, whichever version writes it.
create function settle_by_state() returns trigger language plpgsql as $$
declare
    moment timestamptz := cast(coalesce(new.state ->> 'since', new.state ->> 'at') as timestamptz);
    how text := case when new.state ->> 'kind' = 'closed' then new.state -> 'ending' ->> 'kind'
                     when jsonb_typeof(new.state -> 'partial') = 'object' then 'answered-in-part'
                     else 'answered' end;
begin
    if moment is not null and how is not null then
        new.settled_at := moment;
        new.settled_as := how;
    end if;
    return new;
end $$;
create trigger request_settled_by_state before update of state on request
    for each row when (new.settled_at is null and new.state ->> 'kind' in ('ready', 'closed'))
    execute function settle_by_state();

-- Earlier versions left words and identifiers of cases whose answers are gone.
create temporary table forgotten on commit drop as
select id from request
 where state_kind = 'closed'
   and not exists (select 1 from bundle
                    where request_id = request.id and state = 'ready' and available_until > now());
update request set message = '', identifiers = '{"list": []}' where id in (select id from forgotten);
update identity_proof set note = '', identifiers = '{"list": []}' where request_id in (select id from forgotten);
delete from note where request_id in (select id from forgotten);
delete from known_identifier where request_id in (select id from forgotten);
delete from withholding where request_id in (select id from forgotten);
delete from withheld_part where request_id in (select id from forgotten);
update bundle set partial_reason = null, left_out = null where request_id in (select id from forgotten);
update run set outcome = outcome || '{"identifiers": [], "doubts": []}'
 where jsonb_typeof(outcome) = 'object' and request_id in (select id from forgotten);
