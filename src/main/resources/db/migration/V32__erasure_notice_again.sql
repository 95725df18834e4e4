-- What goes years later is told of again: a recipient has one notice for each time.
alter table erasure_notice drop constraint erasure_notice_request_id_recipient_key;
