-- Entries, records and fields that are left out of an answer (GDPR Art. 15(4)); whole items are in withholding.
create table withheld_part (
    id          uuid primary key,
    request_id  uuid        not null references request,
    connector   text        not null,
    -- of the run whose extract the part was seen in
    attempt     int         not null,
    entry       text        not null,
    -- from 1; 0 for all records
    record      bigint      not null,
    -- a keyed hash of the record; void once the request's key is shredded
    print       text        not null,
    -- empty for all fields
    field       text        not null,
    -- not found again in a later extract: staff decide anew
    lost        boolean     not null,
    ground      text        not null,
    reason      text        not null,
    decided_by  text        not null,
    at          timestamptz not null
);
create index withheld_part_request on withheld_part (request_id);
