create table hosting_package (
    account varchar(64) primary key,
    customer_number varchar(20) not null,
    plan varchar(80) not null,
    activated_on date not null,
    panel_user varchar(80) not null,
    panel_password varchar(200) not null,
    ftp_user varchar(80) not null,
    ftp_password varchar(200) not null,
    credentials_changed_on date null,
    key (customer_number)
);

create table vps_server (
    server varchar(64) primary key,
    customer_number varchar(20) not null,
    plan varchar(80) not null,
    activated_on date not null,
    address varchar(45) not null,
    root_user varchar(80) not null,
    root_password varchar(200) not null,
    patchman_licence boolean not null,
    key (customer_number)
);

-- of a package or a server: exactly one of the two
create table activation_email (
    id bigint primary key,
    account varchar(64) null references hosting_package (account),
    server varchar(64) null references vps_server (server),
    sent_at datetime not null,
    recipient varchar(320) not null,
    subject varchar(300) not null,
    body text not null
);

create table migration (
    id bigint primary key,
    account varchar(64) null references hosting_package (account),
    server varchar(64) null references vps_server (server),
    provider varchar(200) not null,
    package_name varchar(200) not null,
    panel_address varchar(300) not null,
    panel_user varchar(80) not null,
    panel_password varchar(200) not null,
    server_user varchar(80) null,
    server_password varchar(200) null,
    migrated_on date not null
);

create table migrated_mailbox (
    migration bigint not null references migration (id),
    address varchar(320) not null,
    password varchar(200) not null,
    primary key (migration, address)
);

-- what was passed to Patchman B.V.
create table patchman_contact (
    id bigint primary key,
    account varchar(64) null,
    server varchar(64) null,
    email varchar(320) not null,
    source varchar(40) not null,
    passed_on date not null
);

create table patchman_domain (
    id bigint primary key,
    account varchar(64) null,
    server varchar(64) null,
    domain varchar(253) not null,
    passed_on date not null
);

create table patchman_file (
    id bigint primary key,
    account varchar(64) null,
    server varchar(64) null,
    file_name varchar(1000) not null,
    finding varchar(300) not null,
    state varchar(40) not null,
    detected_at datetime not null
);
