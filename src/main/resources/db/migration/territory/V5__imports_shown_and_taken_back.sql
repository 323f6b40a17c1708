-- A preview (`dry`) writes nothing; `preview` is the one a run carries out, `undoes` the one it takes back.
alter table territory.import_run
    add column dry           boolean not null default false,
    add column close_missing boolean not null default false,
    add column preview       uuid,
    add column undoes        uuid;
create unique index on territory.import_run (preview) where state <> 'FAILED';
create unique index on territory.import_run (undoes) where state <> 'FAILED';

-- What a report tells beside its figures, kind by kind: how many there are, and the first of them.
create table territory.import_remark (
    run       uuid     not null references territory.import_run on delete cascade,
    kind      text     not null,
    total     int      not null check (total > 0),
    lines     bigint[] not null,
    sentences text[]   not null,
    primary key (run, kind)
);

-- The file of a preview, compressed, in pieces: whichever node carries it out has it.
create table territory.import_file (
    run   uuid  not null references territory.import_run on delete cascade,
    piece int   not null,
    bytes bytea not null,
    primary key (run, piece)
);

-- The schools an import changed: how each was before (null: it was not), and the digest of how it was left. Kept a week.
create table territory.import_undo (
    run    uuid not null references territory.import_run on delete cascade,
    uai    text not null,
    before jsonb,
    after  text not null,
    primary key (run, uai)
);
