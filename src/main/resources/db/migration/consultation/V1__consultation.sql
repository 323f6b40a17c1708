create schema consultation;

-- A national consultation [EGN C1]: what is asked, what is already decided, when, under which licence it is published.
create table consultation.consultation (
    id          uuid  primary key,
    name        text  not null check (char_length(name) between 3 and 120),
    purpose     text  not null check (char_length(purpose) <= 3000),
    opened      text  not null check (char_length(opened) <= 3000),
    decided     text  not null check (char_length(decided) <= 3000),
    starts_on   date  not null,
    -- The last day of sessions and online contributions.
    collects_to date  not null,
    publishes_on date not null,
    licence     text  not null check (char_length(licence) <= 120),
    publication text  not null check (char_length(publication) <= 3000),
    stage       text  not null default 'PREPARATION'
        check (stage in ('PREPARATION', 'OPEN', 'SYNTHESIS', 'PUBLISHED', 'FOLLOWED', 'ARCHIVED')),
    lock        int   not null default 0,
    check (starts_on <= collects_to and collects_to <= publishes_on)
);

-- Five to start with [EGN C3]; a code never changes, what is said of a theme may.
create table consultation.theme (
    consultation_id uuid not null references consultation.consultation,
    code            text not null,
    name            text not null check (char_length(name) between 3 and 120),
    position        int  not null,
    primary key (consultation_id, code)
);

-- A half-day somewhere [EGN C4].
create table consultation.session (
    id              uuid primary key,
    consultation_id uuid not null references consultation.consultation,
    -- Territory#key of a département or an académie, which never changes once people are registered.
    territory       text not null,
    title           text not null check (char_length(title) between 3 and 120),
    host            text not null check (char_length(host) <= 120),
    place           text not null check (char_length(place) <= 300),
    video           text not null default '' check (char_length(video) <= 500),
    instructions    text not null default '' check (char_length(instructions) <= 2000),
    zone            text not null,
    day             date not null,
    -- How one registers: with the key of a private link, or by whoever reads the page.
    by_key          boolean not null,
    link_key        text unique check (link_key ~ '^[A-Za-z0-9_-]{27}$'),
    -- The form that drew the last key: sent twice, it draws no second one.
    link_form       uuid,
    -- How many workshops one must rank; never more than there are.
    wishes          int  not null check (wishes between 1 and 20),
    rule            text check (rule in ('TIRAGE', 'EQUITE', 'PREMIERS')),
    closes_at       timestamptz not null,
    -- The public value that makes the lottery: what it is, announced before, and when it is known.
    draw_source     text not null default '' check (char_length(draw_source) <= 300),
    draw_at         timestamptz not null,
    state           text not null default 'DRAFT' check (state in ('DRAFT', 'OPEN', 'CLOSED', 'SEATED', 'CANCELLED')),
    frozen_at       timestamptz,
    -- SHA-256 of the frozen wishes and seats, in hexadecimal: published at closing.
    frozen_hash     text check (frozen_hash ~ '^[0-9a-f]{64}$'),
    lock            int  not null default 0,
    check (draw_at >= closes_at),
    check (state in ('DRAFT', 'CANCELLED') or rule is not null),
    check (state not in ('CLOSED', 'SEATED') or frozen_hash is not null)
);
create index on consultation.session (consultation_id, day);
create index on consultation.session (closes_at) where state = 'OPEN';

-- Plenary, workshops, restitution: hours in the session's zone.
create table consultation.step (
    session_id uuid not null references consultation.session,
    position   int  not null,
    kind       text not null check (kind in ('PLENARY', 'WORKSHOPS', 'RESTITUTION')),
    title      text not null check (char_length(title) between 1 and 120),
    starts     time not null,
    ends       time not null,
    room       text not null default '' check (char_length(room) <= 120),
    primary key (session_id, position),
    check (starts < ends)
);

create table consultation.workshop (
    id           uuid primary key,
    session_id   uuid not null references consultation.session,
    theme        text not null,
    title        text not null check (char_length(title) between 3 and 120),
    about        text not null default '' check (char_length(about) <= 1000),
    seats        int  not null check (seats between 0 and 2000),
    room         text not null default '' check (char_length(room) <= 120),
    video        text not null default '' check (char_length(video) <= 500),
    facilitator  text not null default '' check (char_length(facilitator) <= 120),
    rapporteur   text not null default '' check (char_length(rapporteur) <= 120),
    -- Opens the rapporteur's form without an account.
    report_key   text not null unique check (report_key ~ '^[A-Za-z0-9_-]{27}$'),
    position     int  not null,
    cancelled_at timestamptz
);
create index on consultation.workshop (session_id, position);

-- Seats that only people of a category may take in the draw; afterwards what is left of them is anyone's.
create table consultation.kept_seats (
    workshop_id uuid not null references consultation.workshop,
    category    text not null,
    seats       int  not null check (seats > 0),
    primary key (workshop_id, category)
);

-- One address, one link, one person or several (a class council): emptied thirty days after the session.
create table consultation.party (
    id         uuid primary key,
    session_id uuid not null references consultation.session,
    mail       text,
    link_key   text not null unique check (link_key ~ '^[A-Za-z0-9_-]{27}$'),
    created_at timestamptz not null,
    unique (session_id, mail)
);

create table consultation.participant (
    id         uuid primary key,
    party_id   uuid not null references consultation.party,
    session_id uuid not null references consultation.session,
    -- What stands for this person in the published record of the draw: of this session only.
    pseudonym  text not null check (pseudonym ~ '^[a-z0-9]{10}$'),
    -- « Élève 3 » or a first name, so that who registers several tells them apart: emptied with the address.
    called     text not null default '' check (char_length(called) <= 40),
    category   text not null check (category in
        ('PUPIL', 'PARENT', 'TEACHER', 'MANAGEMENT', 'AGENT', 'LOCAL_AUTHORITY', 'BUSINESS', 'ASSOCIATION')),
    -- In order of preference. One array rather than rows: the draw reads them all at once.
    wishes     uuid[] not null,
    -- Where this person sits. Rank is null for a workshop that was not asked for.
    workshop_id uuid references consultation.workshop,
    rank       int check (rank > 0),
    state      text not null default 'REGISTERED' check (state in ('REGISTERED', 'WITHDRAWN')),
    created_at timestamptz not null,
    form       uuid not null unique,
    unique (session_id, pseudonym),
    check (state = 'REGISTERED' or workshop_id is null),
    check (rank is null or workshop_id is not null)
);
create index on consultation.participant (party_id);
create index on consultation.participant (workshop_id);

-- Apart from the rest, and gone thirty days after the session.
create table consultation.access_need (
    participant_id uuid primary key references consultation.participant,
    needs          text not null check (char_length(needs) between 1 and 500)
);

-- What the draw decides on, as two CSV files: never changed after closing.
create table consultation.frozen (
    session_id uuid primary key references consultation.session,
    wishes     text not null,
    seats      text not null
);

-- What a draw gave, as `script/preau verify-allocation` reads it: never changed, published when it is verified.
create table consultation.draw (
    session_id   uuid not null references consultation.session,
    number       int  not null,
    at           timestamptz not null,
    -- FIRST, or the pass after withdrawals that harms nobody.
    kind         text not null check (kind in ('FIRST', 'PASS')),
    public_value text not null check (char_length(public_value) between 1 and 300),
    seed         text not null,
    record       text not null,
    digest       text not null check (digest ~ '^[0-9a-f]{64}$'),
    primary key (session_id, number)
);

-- Registering is counted by network and by address, digested, to stop mass sending.
create table consultation.attempt (
    bucket text not null,
    at     timestamptz not null
);
create index on consultation.attempt (bucket, at);
