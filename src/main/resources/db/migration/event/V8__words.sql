-- Speakers, the place with its school's name and its postcode are what people remember of an event: found like its title.
alter table event.listing
    add column found_by tsvector generated always as (
        setweight(to_tsvector('public.french_plain', title), 'A')
            || setweight(to_tsvector('public.french_plain', organisation_name || ' ' || commune || ' ' || place), 'B')
            || setweight(jsonb_to_tsvector('public.french_plain', speakers, '["string"]'), 'B')
            || setweight(to_tsvector('public.french_plain', description), 'C')) stored,
    add column spelt text generated always as (
        public.plain(title || ' ' || organisation_name || ' ' || commune || ' ' || place || ' '
            || jsonb_path_query_array(speakers, '$[*].name')::text)) stored;
create index on event.listing using gin (found_by);
create index on event.listing using gin (spelt public.gin_trgm_ops);
