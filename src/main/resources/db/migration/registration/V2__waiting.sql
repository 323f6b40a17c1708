-- Those who wait for seats of a session (decision 11), with what the registration they become will hold: an entry that
-- accepts its offer becomes a registration with the same id and the same key. Only who holds the session's row of
-- `event` writes here, and a session's entries are counted there: `waiting` those in state WAITING, `held` the seats of
-- those OFFERED.
create table registration.waiting (
    id            uuid primary key,
    form_token    uuid        not null unique,
    key           text        not null unique check (key ~ '^[A-Za-z0-9_-]{27}$'),
    event_id      uuid        not null,
    session_id    uuid        not null,
    -- The order of arrival at this session.
    place         int         not null check (place > 0),
    kind          text        not null check (kind in ('PUPIL', 'ADULT', 'CLASS')),
    first_name    text        not null check (char_length(first_name) between 1 and 60),
    mail          text        not null check (char_length(mail) between 3 and 254),
    seats         int         not null check (seats between 1 and 100),
    level         text,
    uai           text,
    person_id     uuid,
    class_name    text check (char_length(class_name) between 1 and 40),
    pupils        int check (pupils between 1 and 60),
    girls         int check (girls between 0 and pupils),
    adults        int check (adults between 1 and 20),
    needs         text check (char_length(needs) <= 1000),
    created_at    timestamptz not null,
    state         text        not null default 'WAITING'
        check (state in ('WAITING', 'OFFERED', 'ACCEPTED', 'LEFT', 'EXPIRED', 'ENDED')),
    -- How many smaller entries passed it while it did not fit.
    passed        int         not null default 0,
    offered_at    timestamptz,
    offered_until timestamptz,
    ended_at      timestamptz,
    purged_at     timestamptz,
    unique (session_id, place),
    check ((offered_at is null) = (offered_until is null)),
    check (state not in ('OFFERED', 'ACCEPTED', 'EXPIRED') or offered_until is not null),
    check ((state in ('WAITING', 'OFFERED')) = (ended_at is null))
);

-- The same person or the same class once a session, while it waits. The first column also finds those of an address.
create unique index waiting_person on registration.waiting (lower(mail), session_id, registration.same(first_name))
    where ended_at is null and kind <> 'CLASS';
create unique index waiting_class on registration.waiting (uai, session_id, registration.same(class_name))
    where ended_at is null and kind = 'CLASS';
create index on registration.waiting (lower(mail)) where ended_at is null and kind = 'CLASS';
create index on registration.waiting (person_id) where ended_at is null and kind = 'CLASS';
create index on registration.waiting (session_id, place) where ended_at is null;
create index on registration.waiting (offered_until) where state = 'OFFERED';
create index on registration.waiting (ended_at) where purged_at is null;
