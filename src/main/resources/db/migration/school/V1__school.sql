create schema school;

-- A head put an edition in the school's yearly programme.
create table school.commitment (
    edition_id   uuid        not null,
    uai          text        not null,
    committed_by uuid        not null,
    committed_at timestamptz not null,
    primary key (edition_id, uai)
);
