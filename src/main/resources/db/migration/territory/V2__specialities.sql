-- Pupils who chose the speciality NSI (0747) in première, as the ministry publishes them for each lycée in open data.
-- The other specialities are not kept: nothing asks for them. Zero says that the lycée does not teach it that year.
create table territory.nsi (
    uai   text not null references territory.school,
    year  int  not null check (year between 2000 and 2099),
    girls int  not null check (girls >= 0),
    boys  int  not null check (boys >= 0),
    primary key (uai, year)
);

-- Imports of the directory and of specialities share their run, one at a time.
alter table territory.import_run
    add column kind    text not null default 'SCHOOLS' check (kind in ('SCHOOLS', 'SPECIALITIES')),
    add column unknown int  not null default 0;
alter table territory.import_run alter column kind drop default;
