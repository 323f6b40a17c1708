create schema attendance;

-- What signs tickets: drawn once, the same for every server.
create table attendance.signing_key (
    only_one boolean primary key default true check (only_one),
    secret   bytea not null check (octet_length(secret) = 32)
);

-- The short code of a ticket somebody opened: what says, at another door, which session it is for.
create table attendance.ticket (
    registration_id uuid primary key,
    code            text not null
);
create index on attendance.ticket (code);

-- Who was seen at the door: one row a registration, so that two devices that saw one ticket count it once. The act that
-- happened last at the door decides, whatever the order in which devices tell it; undone, it stays as a row.
create table attendance.arrival (
    registration_id uuid primary key,
    event_id        uuid        not null,
    session_id      uuid        not null,
    kind            text        not null check (kind in ('PUPIL', 'ADULT', 'CLASS')),
    here            boolean     not null,
    -- When they came, and when the act that decides happened.
    since           timestamptz not null,
    decided_at      timestamptz not null,
    pupils          int         not null check (pupils between 0 and 100),
    girls           int         check (girls between 0 and pupils),
    adults          int         not null check (adults between 0 and 100),
    -- Nobody counted: those registered are taken to have come.
    presumed        boolean     not null default false,
    thanked_at      timestamptz,
    -- The hour and the girls are forgotten; the day and the numbers stay.
    forgotten       boolean     not null default false
);
create index on attendance.arrival (session_id);
create index on attendance.arrival (decided_at) where not forgotten;

-- People who came without having registered: a number, asked nothing. Their seats are in the session's counter.
create table attendance.walk_in (
    id         uuid primary key,
    event_id   uuid        not null,
    session_id uuid        not null,
    people     int         not null check (people between 1 and 60),
    level      text,
    came_at    timestamptz not null
);
create index on attendance.walk_in (session_id);

-- A session whose list is closed, by someone or, past the delay, by nobody.
create table attendance.closing (
    session_id uuid primary key,
    event_id   uuid        not null,
    closed_at  timestamptz not null,
    -- Who did is forgotten in time; that somebody did is not.
    by_organiser boolean   not null,
    closed_by  uuid,
    presumed   boolean     not null,
    check (by_organiser or closed_by is null)
);
create index on attendance.closing (closed_at) where closed_by is not null;

-- What was corrected after the closing, and by whom.
create table attendance.correction (
    session_id      uuid        not null,
    registration_id uuid        not null,
    here            boolean     not null,
    corrected_at    timestamptz not null,
    corrected_by    uuid
);
create index on attendance.correction (session_id);
create index on attendance.correction (corrected_at) where corrected_by is not null;

-- The code that opens the list one person took along for one session: it never lies on the device beside the list.
create table attendance.carried_list (
    session_id uuid        not null,
    person_id  uuid        not null,
    code       text        not null,
    made_at    timestamptz not null,
    primary key (session_id, person_id)
);

-- No name: that one is written by hand on the paper.
create table attendance.certificate (
    code            text primary key,
    kind            text        not null check (kind in ('PUPIL', 'ADULT', 'TEACHER', 'SPEAKER')),
    event_id        uuid        not null,
    session_id      uuid        not null,
    -- One a registration; a speaker's has none, and its form's token instead.
    registration_id uuid unique,
    form_token      uuid unique,
    issued_at       timestamptz not null,
    withdrawn_at    timestamptz,
    check (num_nonnulls(registration_id, form_token) = 1)
);
create index on attendance.certificate (issued_at);
