create schema registration;

-- What two spellings of one name have in common: « Léa », « lea » and « LÉA ». A name no letter of which is Latin is
-- only put in lower case.
create function registration.same(words text) returns text
    language sql immutable strict parallel safe
    return coalesce(nullif(replace(public.plain(words), ' ', ''), ''), lower(words));

-- Someone, or a class, on a session's seats. Cancelled rows stay until the purge, without seats.
create table registration.registration (
    id               uuid primary key,
    -- One form, sent twice, is stored once.
    form_token       uuid        not null unique,
    -- 160 random bits, the whole of what opens the registration. Kept readable, not hashed: every mail about the
    -- registration (change, cancellation, a word from the organiser, a lost link) carries the link again. What it
    -- opens holds no more than this very row.
    key              text        not null unique check (key ~ '^[A-Za-z0-9_-]{27}$'),
    event_id         uuid        not null,
    session_id       uuid        not null,
    kind             text        not null check (kind in ('PUPIL', 'ADULT', 'CLASS')),
    first_name       text        not null check (char_length(first_name) between 1 and 60),
    mail             text        not null check (char_length(mail) between 3 and 254),
    seats            int         not null check (seats between 1 and 100),
    level            text,
    uai              text,
    person_id        uuid,
    class_name       text check (char_length(class_name) between 1 and 40),
    pupils           int check (pupils between 1 and 60),
    girls            int check (girls between 0 and pupils),
    adults           int check (adults between 1 and 20),
    needs            text check (char_length(needs) <= 1000),
    created_at       timestamptz not null,
    cancelled_at     timestamptz,
    cancelled_by     text check (cancelled_by in ('REGISTRANT', 'ORGANISER')),
    cancelled_reason text,
    -- The day what names someone is forgotten: two months after the edition's week. `purged_at` says it was.
    keep_until       date        not null,
    purged_at        timestamptz,
    check ((cancelled_at is null) = (cancelled_by is null)),
    check (case kind
        when 'PUPIL' then seats = 1 and level is not null and num_nonnulls(person_id, class_name, pupils, girls, adults, needs) = 0
        when 'ADULT' then seats <= 6 and num_nonnulls(level, uai, person_id, class_name, pupils, girls, adults, needs) = 0
        -- A class takes a seat a head, or one visit when the organiser comes to it.
        else num_nulls(level, uai, class_name, pupils, adults, needs) = 0 and (person_id is null) = (purged_at is not null)
            and seats in (1, pupils + adults)
        end)
);

-- The same person or the same class once a session, while it stands. The first column also finds what an address or a
-- school booked.
create unique index same_person on registration.registration (lower(mail), session_id, registration.same(first_name))
    where cancelled_at is null and kind <> 'CLASS';
create unique index same_class on registration.registration (uai, session_id, registration.same(class_name))
    where cancelled_at is null and kind = 'CLASS';
create index on registration.registration (lower(mail)) where kind = 'CLASS';
create index on registration.registration (person_id) where kind = 'CLASS';
create index on registration.registration (event_id, session_id);
create index on registration.registration (keep_until) where purged_at is null;

-- What organisers wrote to those registered: how many a day is bounded.
create table registration.message (
    form_token uuid primary key,
    event_id   uuid        not null,
    sent_by    uuid        not null,
    sent_at    timestamptz not null,
    subject    text        not null,
    recipients int         not null
);
create index on registration.message (event_id, sent_at);

-- Who asked for lost links, only to bound how often: a digest of the address or of the network address, a day long.
create table registration.asking (
    who      bytea       not null,
    asked_at timestamptz not null
);
create index on registration.asking (who, asked_at);
create index on registration.asking (asked_at);
