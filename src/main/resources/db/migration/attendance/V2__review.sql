-- What a device noted without network and somebody must look at: a ticket cancelled meanwhile, people beyond the last
-- seat. No name: it is the registration's, and goes with it.
create table attendance.review (
    id              uuid        primary key,
    event_id        uuid        not null,
    session_id      uuid        not null,
    -- The ticket's code, or the form of a group: told twice, it stands once.
    what            text        not null,
    registration_id uuid,
    people          int         not null check (people between 1 and 100),
    came_at         timestamptz not null,
    sentence        text        not null,
    settled_at      timestamptz,
    unique (session_id, what)
);
create index on attendance.review (came_at);
