create schema event;

-- An event through all its versions. The content of a version is one JSON document (EventContent): nobody queries
-- inside it. What the public sees is the listing, written when a version is approved.
create table event.event (
    id              uuid primary key,
    edition_id      uuid        not null,
    organisation_id uuid        not null,
    created_by      uuid        not null,
    created_at      timestamptz not null,
    state           text        not null check (state in ('DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED', 'PUBLISHED', 'REJECTED', 'CANCELLED')),
    -- Grows with each write: two people on the same event never overwrite each other.
    lock_version    int         not null default 0,
    -- The form that wrote last: sent twice, it is answered like the first time.
    last_form       uuid
);
create index on event.event (organisation_id);

create table event.version (
    event_id     uuid        not null references event.event,
    number       int         not null,
    content      jsonb       not null,
    state        text        not null check (state in ('DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    title        text        not null,
    -- Where it happens, or where it is offered: what decides who moderates it. None for an online event.
    departements text[]      not null default '{}',
    written_by   uuid        not null,
    written_at   timestamptz not null,
    submitted_at timestamptz,
    decided_by   uuid,
    -- As it was on that day: the organiser and the other moderators read who decided.
    decider      text,
    decided_at   timestamptz,
    reason       text,
    sentence     text,
    primary key (event_id, number)
);
create index on event.version (submitted_at) where state = 'SUBMITTED';

-- The last approved version, flat, for the catalogue. A cancelled event stays, marked, so that its page says so.
create table event.listing (
    event_id          uuid primary key references event.event,
    revision          int              not null,
    edition_id        uuid             not null,
    organisation_id   uuid             not null,
    organisation_name text             not null,
    title             text             not null,
    description       text             not null,
    kind              text             not null,
    format            text             not null,
    audience          text[]           not null,
    departement       text,
    offered_in        text[]           not null default '{}',
    commune           text             not null default '',
    place             text             not null default '',
    latitude          double precision,
    longitude         double precision,
    -- The clocks its hours are read on: those of its département, or Paris.
    zone              text             not null,
    accessibility     text[]           not null default '{}',
    speakers          jsonb            not null default '[]',
    link              text,
    contact_name      text             not null default '',
    contact_mail      text             not null,
    image_id          uuid,
    image_alternative text,
    cancelled         boolean          not null default false,
    cancelled_reason  text,
    published_at      timestamptz      not null,
    updated_at        timestamptz      not null,
    search            tsvector         generated always as (
        setweight(to_tsvector('public.french_plain', title), 'A')
            || setweight(to_tsvector('public.french_plain', organisation_name || ' ' || commune), 'B')
            || setweight(to_tsvector('public.french_plain', description), 'C')) stored,
    -- What a misspelt word is compared with when nothing else answers.
    plain             text             generated always as (
        public.plain(title || ' ' || organisation_name || ' ' || commune)) stored,
    check ((latitude is null) = (longitude is null))
);
create index on event.listing using gin (search);
create index on event.listing using gin (plain public.gin_trgm_ops);
create index on event.listing using gist (ll_to_earth(latitude, longitude)) where latitude is not null;
create index on event.listing (edition_id, departement);

-- The one seat counter (decision 11). Nothing indexed changes when a seat is taken, and pages keep room, so that
-- PostgreSQL updates the row in place.
create table event.session (
    id             uuid primary key,
    event_id       uuid        not null references event.event,
    starts_at      timestamptz not null,
    ends_at        timestamptz not null,
    capacity       int         not null check (capacity between 1 and 100000),
    class_capacity int         not null check (class_capacity between 0 and capacity),
    taken          int         not null default 0,
    class_taken    int         not null default 0,
    cancelled      boolean     not null default false,
    check (ends_at > starts_at),
    check (taken between 0 and capacity),
    check (class_taken between 0 and least(class_capacity, taken))
) with (fillfactor = 50);
create index on event.session (event_id);
create index on event.session (starts_at);

create table event.image (
    id         uuid primary key,
    event_id   uuid        not null references event.event,
    media_type text        not null,
    bytes      bytea       not null,
    added_at   timestamptz not null
);

create table event.report (
    id          uuid primary key,
    event_id    uuid        not null references event.event,
    ground      text        not null,
    sentence    text        not null default '',
    reported_at timestamptz not null,
    closed_by   uuid,
    closer      text,
    closed_at   timestamptz,
    outcome     text
);
create index on event.report (event_id) where closed_at is null;
