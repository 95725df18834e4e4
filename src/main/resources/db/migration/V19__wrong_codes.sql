-- Wrong codes are counted over all askings for the same reference and address, whether or not there is such a case: a
-- keyed hash of the two stands for them. An asking of a version from before stands for itself alone.
alter table sign_in add column asked_for text not null default cast(gen_random_uuid() as text);
create index sign_in_asked_for on sign_in (asked_for);

-- Whether a colleague works on cases, or only reads them. Of those from before it is known once they come again.
alter table colleague add column works boolean not null default true;
