create schema school;

-- A head put an edition in the school's yearly programme, and chose who reads the programme page. Withdrawn: no row.
create table school.commitment (
    edition_id   uuid        not null,
    uai          text        not null,
    -- A year later nobody needs to know who: empty then.
    committed_by uuid,
    committed_at timestamptz not null,
    visibility   text        not null default 'DRAFT' check (visibility in ('DRAFT', 'LINK', 'PUBLIC')),
    -- 160 random bits that open the page without an account. Readable, since the head shows it again and prints it.
    link_key     text        unique check (link_key ~ '^[A-Za-z0-9_-]{27}$'),
    -- The form that wrote last: sent twice, it draws no second key.
    last_form    uuid,
    primary key (edition_id, uai),
    check (visibility <> 'LINK' or link_key is not null)
);
create index on school.commitment (uai);

-- Events a school's staff advise. `sentence` is what its author wrote; `shown` what the head published of it, null
-- before that: a change waits for the head while the page goes on saying what it said.
create table school.recommendation (
    edition_id uuid        not null,
    uai        text        not null,
    event_id   uuid        not null,
    sentence   text        not null check (char_length(sentence) <= 300),
    shown      text,
    written_by uuid        not null,
    written_at timestamptz not null,
    primary key (edition_id, uai, event_id)
);
create index on school.recommendation (written_at);

-- Who committed, withdrew and published what, when; the name is the one of that day.
create table school.journal (
    id         bigint generated always as identity primary key,
    edition_id uuid        not null,
    uai        text        not null,
    at         timestamptz not null,
    action     text        not null,
    actor      uuid        not null,
    actor_name text        not null
);
create index on school.journal (uai, edition_id, id desc);
create index on school.journal (at);

-- A class met an event: a line of the school's orientation record, copied from what the event said that day so that it
-- outlives it. No pupil is named anywhere in it.
create table school.orientation (
    registration_id uuid primary key,
    uai             text    not null,
    school_year     text    not null check (school_year ~ '^\d{4}-\d{4}$'),
    class_name      text    not null,
    level           text    not null,
    event_id        uuid    not null,
    title           text    not null,
    kind            text    not null,
    organisation    text    not null,
    -- What those they met do, never who they are.
    callings        text    not null default '',
    day             date    not null,
    pupils          int     not null check (pupils > 0),
    presumed        boolean not null,
    kept            text    not null default '' check (char_length(kept) <= 500),
    -- Grows with each sentence: two teachers never overwrite each other.
    version         int     not null default 0,
    keep_until      date    not null
);
create index on school.orientation (uai, school_year, day);
create index on school.orientation (keep_until);
