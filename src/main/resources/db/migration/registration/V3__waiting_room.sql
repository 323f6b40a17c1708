-- The waiting room of an edition, made when the first person comes: places up to `called` may go in, of `issued` given.
create table registration.room (
    edition_id  uuid primary key,
    -- Drawn at the opening: who was there before stands in the order of the digests of seed and ticket.
    seed        uuid,
    drawn_at    timestamptz,
    issued      bigint           not null default 0,
    called      bigint           not null default 0,
    -- How many more may be called at `credited_at`.
    credit      double precision not null default 0 check (credit >= 0),
    credited_at timestamptz      not null,
    check (called between 0 and issued),
    check ((seed is null) = (drawn_at is null))
) with (fillfactor = 50);

-- A place in the line, held by a browser. Nothing says whose: no address, no network, no name.
create table registration.room_ticket (
    id         uuid primary key,
    edition_id uuid        not null references registration.room,
    arrived_at timestamptz not null,
    -- None until the draw.
    place      bigint check (place > 0),
    entered_at timestamptz,
    -- Forms sent since: a ticket is not good for any number of them.
    sent       int         not null default 0,
    unique (edition_id, place)
);
create index on registration.room_ticket (arrived_at);
