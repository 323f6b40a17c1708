create schema showcase;

-- A team's project. `content` (ProjectContent) is what its teachers write and moderators read; what the public sees is
-- `listing`. No name is in either: teams are ids of `member`.
create table showcase.project (
    id           uuid primary key,
    edition_id   uuid        not null,
    uai          text        not null,
    -- The school's, that day: what decides who moderates it.
    departement  text        not null,
    created_by   uuid        not null,
    created_at   timestamptz not null,
    state        text        not null check (state in ('DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED', 'PUBLISHED', 'REJECTED', 'WITHDRAWN')),
    content      jsonb       not null,
    title        text        not null,
    written_at   timestamptz not null,
    submitted_at timestamptz,
    -- First names are forgotten after this day; the work stays.
    names_until  date        not null,
    -- Grows with each write: two people on the same project never overwrite each other.
    lock_version int         not null default 0,
    -- The form that wrote last: sent twice, it is answered like the first time.
    last_form    uuid
);
create index on showcase.project (uai);
create index on showcase.project (submitted_at) where state = 'SUBMITTED';

-- What moderators decided, and told the teacher.
create table showcase.decision (
    id         bigint generated always as identity primary key,
    project_id uuid        not null references showcase.project,
    state      text        not null,
    -- Their name that day; forgotten after a year.
    decider    text        not null,
    decided_at timestamptz not null,
    reason     text        not null,
    sentence   text        not null
);
create index on showcase.decision (project_id);

-- The last approved content, for the gallery.
create table showcase.listing (
    project_id   uuid primary key references showcase.project,
    content      jsonb       not null,
    school       text        not null,
    departement  text        not null,
    year         text        not null,
    level        text        not null,
    category     text        not null,
    published_at timestamptz not null,
    updated_at   timestamptz not null,
    title        text        not null,
    words        text        not null,
    search       tsvector    generated always as (
        setweight(to_tsvector('public.french_plain', title), 'A')
            || setweight(to_tsvector('public.french_plain', school), 'B')
            || setweight(to_tsvector('public.french_plain', words), 'C')) stored
);
create index on showcase.listing using gin (search);
create index on showcase.listing (year, departement);

-- A pupil of a team: a first name or a pseudonym, and the key of the page where the family withdraws what it allowed.
create table showcase.member (
    id         uuid primary key,
    project_id uuid        not null references showcase.project,
    name       text        not null,
    key        text        not null unique,
    added_at   timestamptz not null
);
create index on showcase.member (project_id);

-- What a family, or a pupil of age, allowed on paper. The surname is nowhere else: without authorisation there is none
-- to show.
create table showcase.authorisation (
    id           uuid primary key,
    project_id   uuid        not null references showcase.project,
    member_id    uuid        not null references showcase.member,
    purpose      text        not null check (purpose in ('SURNAME', 'PHOTO', 'VOICE')),
    surname      text,
    giver        text        not null check (giver in ('GUARDIAN', 'PUPIL_OF_AGE')),
    given_on     date        not null,
    valid_until  date        not null,
    recorded_by  uuid        not null,
    recorded_at  timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by text check (withdrawn_by in ('SCHOOL', 'FAMILY')),
    reminded_at  timestamptz,
    check (valid_until >= given_on),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    -- A surname goes with the authorisation to show it.
    check (surname is null or (purpose = 'SURNAME' and withdrawn_at is null))
);
create index on showcase.authorisation (member_id);
create index on showcase.authorisation (project_id);
create index on showcase.authorisation (valid_until) where withdrawn_at is null;

-- Never changed once sent: other words, or other people on it, are another image.
create table showcase.image (
    id          uuid primary key,
    project_id  uuid        not null references showcase.project,
    media_type  text        not null,
    bytes       bytea       not null,
    alternative text        not null check (alternative <> ''),
    -- The pupils one recognises on it.
    shown       uuid[]      not null default '{}',
    added_at    timestamptz not null
);
create index on showcase.image (project_id);

-- Where a project will be shown.
create table showcase.attachment (
    project_id      uuid        not null references showcase.project,
    event_id        uuid        not null,
    organisation_id uuid        not null,
    attached_by     uuid        not null,
    attached_at     timestamptz not null,
    primary key (project_id, event_id)
);
create index on showcase.attachment (event_id);
create index on showcase.attachment (organisation_id);

-- A visitor says something is wrong with a published project. Who is not asked.
create table showcase.report (
    id          uuid primary key,
    project_id  uuid        not null references showcase.project,
    ground      text        not null,
    sentence    text        not null default '',
    reported_at timestamptz not null,
    closed_at   timestamptz
);
create index on showcase.report (project_id) where closed_at is null;
