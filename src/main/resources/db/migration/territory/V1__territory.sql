create schema territory;

-- Words as a person types them and as the directory writes them, made alike: accents, case and punctuation folded
-- (public.plain), « St » read « Saint », the staff room's abbreviations read in full.
create function territory.words(text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(public.plain($1),
        '\mst\M', 'saint', 'g'), '\mste\M', 'sainte', 'g'), '\mlgt\M', 'lycee general technologique', 'g'),
        '\mlp\M', 'lycee professionnel', 'g'), '\mlpo\M', 'lycee polyvalent', 'g'), '\mclg\M', 'college', 'g'));

-- The national directory. A closed school stays: what happened there keeps its name.
create table territory.school (
    uai           text primary key check (uai ~ '^[0-9]{7}[A-Z]$'),
    name          text    not null check (name <> ''),
    kind          text    not null check (kind in ('ECOLE', 'COLLEGE', 'LYCEE', 'LYCEE_PROFESSIONNEL', 'OTHER')),
    -- The ministry's code_nature, three digits; empty where the file gives none.
    nature        text    not null,
    tracks        text[]  not null check (tracks <@ array['GENERAL', 'TECHNOLOGICAL', 'PROFESSIONAL']),
    public_sector boolean not null,
    address       text    not null,
    postcode      text    not null,
    commune_code  text    not null,
    commune       text    not null,
    departement   text    not null,
    latitude      double precision check (latitude between -90 and 90),
    longitude     double precision check (longitude between -180 and 180),
    mail          text,
    open          boolean not null,
    -- What people search it by, each word between two spaces, and those of its commune alone.
    words         text    not null generated always as
        (' ' || territory.words(name || ' ' || commune || ' ' || postcode || ' ' || uai) || ' ') stored,
    place         text    not null generated always as (' ' || territory.words(commune) || ' ') stored,
    check ((latitude is null) = (longitude is null))
);
create index on territory.school using gin (words public.gin_trgm_ops) where open;
create index on territory.school using gist (public.ll_to_earth(latitude, longitude)) where open and latitude is not null;
create index on territory.school (postcode);

-- Communes that have a school, each in the middle of its schools (the median: one misplaced school moves nothing); Paris, Lyon and Marseille both whole and by
-- arrondissement. Refreshed by each import.
create materialized view territory.commune as
select departement,
       label,
       territory.words(label)          as words,
       array_agg(distinct postcode)    as postcodes,
       percentile_cont(0.5) within group (order by latitude) as latitude,
       percentile_cont(0.5) within group (order by longitude) as longitude,
       count(*)                        as schools
  from territory.school,
       lateral (select regexp_replace(commune, '\s+', ' ', 'g')
                union
                select regexp_replace(commune, '\s+\d+er?\s+arrondissement', '', 'i')) as named (label)
 where latitude is not null and label <> ''
 group by departement, label;
create unique index on territory.commune (departement, label);
create index on territory.commune using gin (words public.gin_trgm_ops);

-- The words of the directory, to find the one a person meant to write. Refreshed by each import.
create materialized view territory.word as
select word, count(*) as schools
  from territory.school, unnest(string_to_array(btrim(words), ' ')) as word
 where word ~ '[a-z]{3}'
 group by word;
create index on territory.word using gist (word public.gist_trgm_ops);

-- Each import of the directory: who asked (empty on the command line), what it found. One runs at a time.
create table territory.import_run (
    id          uuid primary key,
    file        text        not null,
    asked_by    text        not null default '',
    started_at  timestamptz not null,
    ended_at    timestamptz,
    -- Moved on while it runs: one that stays silent was cut short, and leaves its place.
    seen_at     timestamptz not null,
    state       text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    bytes_read  bigint      not null default 0,
    bytes       bigint      not null default 0,
    rows        int         not null default 0,
    created     int         not null default 0,
    updated     int         not null default 0,
    unchanged   int         not null default 0,
    closed      int         not null default 0,
    missing     int         not null default 0,
    merged      int         not null default 0,
    merged_rows int         not null default 0,
    rejected    int         not null default 0,
    sentence    text        not null default ''
);
create unique index import_run_one_at_a_time on territory.import_run ((true)) where state = 'RUNNING';
create index on territory.import_run (started_at desc);

-- The first refusals of an import, in the order of the file; the rest is only counted.
create table territory.import_refusal (
    run    uuid not null references territory.import_run on delete cascade,
    line   bigint not null,
    reason text not null,
    primary key (run, line)
);
