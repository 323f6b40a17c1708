-- A place on the globe, as the indexes of places know it: ll_to_earth() of earthdistance, whose own body finds its types
-- through the search path and breaks where that is empty, as when a dump is restored. This one names everything it uses;
-- 6378168 is earth(), in metres.
create function public.globe(latitude double precision, longitude double precision) returns public.cube
    language sql immutable strict parallel safe
    return public.cube(public.cube(public.cube(
        6378168::double precision * cos(radians(latitude)) * cos(radians(longitude))),
        6378168::double precision * cos(radians(latitude)) * sin(radians(longitude))),
        6378168::double precision * sin(radians(latitude)));

-- This database came out of a backup, then and of that moment: no letter leaves before a pilot says so. Empty on an
-- original.
create table timetable.restored (
    only_one    boolean     primary key default true check (only_one),
    restored_at timestamptz not null,
    backup_at   timestamptz not null,
    released_at timestamptz
);
