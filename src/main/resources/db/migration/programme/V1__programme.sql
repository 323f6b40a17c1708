create schema programme;

-- Kinds and partners are read and written with their edition, whole and in order: documents, not tables.
create table programme.edition (
    id                  uuid primary key,
    name                text        not null check (name <> ''),
    first_day           date        not null,
    last_day            date        not null,
    submissions_open    timestamptz not null,
    submissions_close   timestamptz not null,
    registrations_open  timestamptz not null,
    registrations_close timestamptz not null,
    school_year         text        not null check (school_year ~ '^\d{4}-\d{4}$'),
    kinds               jsonb       not null,
    partners            jsonb       not null,
    delegated           boolean     not null,
    lock_version        int         not null default 0,
    check (last_day >= first_day and last_day < first_day + 14),
    check (submissions_close > submissions_open),
    check (registrations_close > registrations_open)
);
create index on programme.edition (last_day);
