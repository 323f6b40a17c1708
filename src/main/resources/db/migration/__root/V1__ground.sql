-- What the platform's libraries keep for themselves: Spring Modulith's news still to be heard, db-scheduler's timetable.
create schema news;
create table news.event_publication (
    id                     uuid primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index on news.event_publication using hash (serialized_event);
create index on news.event_publication (completion_date);

create schema timetable;
create table timetable.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index on timetable.scheduled_tasks (execution_time);
create index on timetable.scheduled_tasks (last_heartbeat);

-- Searching people's words: accents ignored, near spellings found, distances on the globe.
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists cube;
create extension if not exists earthdistance;
create text search configuration french_plain (copy = french);
alter text search configuration french_plain
    alter mapping for hword, hword_part, word with unaccent, french_stem;
-- unaccent() is only STABLE, so no index may use it; this one names its dictionary, which never changes.
create function plain(words text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, words)), '[^a-z0-9]+', ' ', 'g');

-- The weeks a demonstration was made for; empty on a real installation.
create table timetable.demonstration (week date primary key);
