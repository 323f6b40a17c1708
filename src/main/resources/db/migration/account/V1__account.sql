create schema account;

create table account.person (
    id         uuid primary key,
    -- As MailAddress writes it: one spelling a person.
    mail       text        not null unique check (mail = lower(mail) and length(mail) between 3 and 254),
    name       text        not null default '' check (length(name) <= 100),
    -- Made by the demonstration: the only people one may sign in as without a mail, and only in that profile.
    fictional  boolean     not null default false,
    created_at timestamptz not null
);

create table account.organisation (
    id          uuid primary key,
    name        text        not null check (length(name) between 2 and 150),
    kind        text        not null check (kind in ('COMPANY', 'ASSOCIATION', 'LOCAL_AUTHORITY', 'HIGHER_EDUCATION', 'LABORATORY', 'SCHOOL')),
    commune     text        not null default '',
    departement text        not null,
    site        text,
    siren       text check (siren ~ '^[0-9]{9}$'),
    uai         text unique check (uai ~ '^[0-9]{7}[A-Z]$'),
    created_by  uuid        not null references account.person,
    created_at  timestamptz not null,
    check ((kind = 'SCHOOL') = (uai is not null))
);
create index on account.organisation (public.plain(name));

create table account.membership (
    organisation_id uuid        not null references account.organisation,
    person_id       uuid        not null references account.person,
    since           timestamptz not null,
    primary key (organisation_id, person_id)
);
create index on account.membership (person_id);

-- Roles elsewhere than in an organisation. `place` is a territory's key for a coordinator, a UAI for a school's staff,
-- empty for a pilot.
create table account.role_grant (
    person_id  uuid        not null references account.person,
    role       text        not null check (role in ('PILOT', 'COORDINATOR', 'SCHOOL_HEAD', 'TEACHER')),
    place      text        not null,
    -- Of a school, so that its coordinators find its staff.
    departement text,
    granted_at timestamptz not null,
    primary key (person_id, role, place),
    check ((role = 'PILOT') = (place = ''))
);
create index on account.role_grant (role, place);
create index on account.role_grant (departement) where departement is not null;

create view account.held_role as
select person_id, role, place, granted_at as since from account.role_grant
union all
select person_id, 'MEMBER', organisation_id::text, since from account.membership;

-- Keys sent by mail are kept as SHA-256 hashes: whoever reads the table cannot use them.
create table account.sign_in_link (
    hash        bytea primary key,
    mail        text        not null,
    destination text        not null,
    expires_at  timestamptz not null
);
create index on account.sign_in_link (expires_at);

create table account.invitation (
    id         uuid primary key,
    hash       bytea       not null unique,
    mail       text        not null,
    role       text        not null check (role in ('PILOT', 'COORDINATOR', 'MEMBER')),
    place      text        not null,
    invited_by uuid        not null references account.person,
    invited_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    withdrawn  boolean     not null default false
);
create index on account.invitation (role, place) where used_at is null and not withdrawn;

-- Someone says they work in a school; the school's official address or a coordinator confirms.
create table account.staff_request (
    id          uuid primary key,
    person_id   uuid        not null references account.person,
    role        text        not null check (role in ('SCHOOL_HEAD', 'TEACHER')),
    uai         text        not null,
    departement text        not null,
    asked_at    timestamptz not null,
    hash        bytea unique,
    expires_at  timestamptz,
    state       text        not null check (state in ('PENDING', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
    decided_at  timestamptz,
    decided_by  uuid references account.person,
    check ((hash is null) = (expires_at is null)),
    check ((state = 'PENDING') = (decided_at is null))
);
create unique index on account.staff_request (person_id, role, uai) where state = 'PENDING';
create index on account.staff_request (departement, asked_at) where state = 'PENDING';
create index on account.staff_request (uai) where state = 'PENDING';

-- How often a link was asked for lately: `bucket` is a hash, no address is kept.
create table account.attempt (
    bucket     bytea primary key,
    started_at timestamptz not null,
    number     int         not null
);
create index on account.attempt (started_at);

-- Who gave or took which role, to whom, when. Names and addresses are copied: the entry stays true when they change.
create table account.journal (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    action       text        not null check (action in ('INVITED', 'GRANTED', 'REMOVED', 'REFUSED', 'WITHDRAWN')),
    role         text        not null,
    place        text        not null,
    place_name   text        not null,
    actor_id     uuid,
    actor_mail   text        not null,
    subject_id   uuid,
    subject_mail text        not null
);
create index on account.journal (subject_mail);
create index on account.journal (actor_mail);

create function account.keep_journal() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < now() - interval '1 year' then
        return old;
    end if;
    raise exception 'the journal is only added to' using errcode = 'restrict_violation';
end $$;
create trigger journal_is_append_only before update or delete on account.journal
    for each row execute function account.keep_journal();
create trigger journal_is_never_emptied before truncate on account.journal
    for each statement execute function account.keep_journal();

-- Spring Session's own tables.
create table account.session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        text
);
create index on account.session (expiry_time);
create index on account.session (principal_name);

create table account.session_attributes (
    session_primary_id char(36)     not null references account.session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
