create table customer (
    number text primary key,
    name text not null,
    street text not null,
    post_code text not null,
    town text not null,
    country text not null default 'SI',
    vat_id text,
    email text not null,
    email_changed_on date,
    since date not null
);
create index customer_email on customer (lower(email));
create index customer_vat_id on customer (vat_id);

-- what was ordered, and who the provider deals with about it
create table service_order (
    number text primary key,
    customer_number text not null references customer,
    service text not null,
    package text not null,
    ordered_on date not null,
    renews_on date,
    contact_name text not null,
    contact_street text not null,
    contact_town text not null,
    contact_vat_id text,
    contact_email text not null
);
create index service_order_customer on service_order (customer_number, service);

-- an invoice keeps what stood on it on the day of issue
create table invoice (
    number text primary key,
    customer_number text not null references customer,
    service text not null,
    issued_on date not null,
    due_on date not null,
    customer_name text not null,
    customer_street text not null,
    customer_town text not null,
    customer_vat_id text,
    customer_email text not null,
    net numeric(12, 2) not null,
    vat numeric(12, 2) not null,
    paid boolean not null,
    -- the last day of what it bills, where that is not the day of issue
    service_until date
);
create index invoice_customer on invoice (customer_number, service, issued_on);

create table invoice_line (
    invoice_number text not null references invoice deferrable initially deferred,
    position int not null,
    description text not null,
    quantity numeric(10, 2) not null,
    price numeric(12, 2) not null,
    primary key (invoice_number, position)
);

create table payment (
    id bigint primary key,
    invoice_number text not null references invoice deferrable initially deferred,
    paid_at timestamptz not null,
    method text not null check (method in ('card', 'paypal', 'bank')),
    amount numeric(12, 2) not null,
    payer_ip inet,
    card_last_digits text,
    paypal_account text,
    bank_account text
);
create index payment_invoice on payment (invoice_number);
