-- A publication is revised when a text it shows has to go: its rows are always those of the present revision.
alter table synthesis.publication add column revision int not null default 1 check (revision >= 1);

-- Each revision and its digest; null while its files are still to be made, which is all that the task looks for.
create table synthesis.revision (
    publication_id uuid not null references synthesis.publication,
    revision       int  not null,
    day            date not null,
    digest         text check (digest ~ '^[0-9a-f]{64}$'),
    primary key (publication_id, revision)
);
create index on synthesis.revision (publication_id) where digest is null;
insert into synthesis.revision (publication_id, revision, day, digest)
select id, 1, day, digest from synthesis.publication;

-- What a revision is without, and why.
create table synthesis.removal (
    publication_id uuid not null,
    revision       int  not null,
    source_id      uuid not null,
    reference      text not null,
    reason         text not null check (char_length(reason) <= 500),
    primary key (publication_id, source_id),
    foreign key (publication_id, revision) references synthesis.revision
);

-- The files of a former revision are gone; what they were stays told by their digests.
create table synthesis.former_file (
    publication_id uuid not null,
    revision       int  not null,
    name           text not null,
    digest         text not null check (digest ~ '^[0-9a-f]{64}$'),
    size           int  not null,
    primary key (publication_id, revision, name),
    foreign key (publication_id, revision) references synthesis.revision
);
