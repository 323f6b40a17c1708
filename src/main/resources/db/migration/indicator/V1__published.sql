create schema indicator;

-- One line an edition, locked while its shares of girls are published: two nodes never publish at once.
create table indicator.edition (
    edition uuid primary key
);

-- What each published share of a département was made of, publication after publication: the next one must be far enough
-- from every earlier one. Counts of a school's classes, never shown as they are.
create table indicator.told (
    edition     uuid not null references indicator.edition,
    departement text not null,
    version     int  not null check (version > 0),
    uai         text not null,
    classes     int  not null check (classes > 0),
    pupils      int  not null,
    girls       int  not null,
    primary key (edition, departement, version, uai)
);

-- The latest publication of each département; a version without any class has no line above.
create table indicator.latest (
    edition     uuid not null references indicator.edition,
    departement text not null,
    version     int  not null,
    primary key (edition, departement)
);

-- The shares that were shown, with the version of what they were made of: what was once read is known.
create table indicator.shown (
    edition   uuid not null references indicator.edition,
    territory text not null,
    version   int  not null,
    primary key (edition, territory)
);
