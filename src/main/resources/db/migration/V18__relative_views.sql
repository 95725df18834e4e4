-- What was saved as due before a day means as many days as were left when it was saved.
update saved_view
   set filter = (filter - 'dueBefore')
       || jsonb_build_object('due-within', cast(greatest(0, least(999,
              cast(filter ->> 'dueBefore' as date) - cast(saved_at at time zone 'Europe/Ljubljana' as date) - 1)) as text))
 where filter -> 'dueBefore' is not null;
