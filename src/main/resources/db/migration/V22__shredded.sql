-- Whose keys were dropped, in this order; the store keeps the same, so that a backup that is restored is known as one.
create table shredded_request (
    number      bigint primary key,
    request_id  uuid   not null unique
);
