-- From this moment on a registration has a calendar entry of its own; earlier ones keep the one of their session, which
-- their calendars know already.
create table registration.own_entries_since (
    single boolean     primary key default true check (single),
    at     timestamptz not null default now()
);
insert into registration.own_entries_since default values;
