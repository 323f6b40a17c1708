-- An index that a dump can restore (see public.globe). The one it follows may be missing: such a dump left it out.
create index listing_globe_idx on event.listing using gist (public.globe(latitude, longitude)) where latitude is not null;
drop index if exists event.listing_ll_to_earth_idx;
