-- An index that a dump can restore (see public.globe). The one it follows may be missing: such a dump left it out.
create index school_globe_idx on territory.school using gist (public.globe(latitude, longitude)) where open and latitude is not null;
drop index if exists territory.school_ll_to_earth_idx;
