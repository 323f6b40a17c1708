-- Seats cannot be hoarded (decision 29).

-- The network a registration came from, as a digest keyed with the secret below and the session: it tells which
-- registrations of one session came from one place, nothing more. Forgotten seven days after the session.
alter table registration.registration add column network text check (char_length(network) = 22);
alter table registration.waiting add column network text check (char_length(network) = 22);
create index registration_network on registration.registration (session_id, network)
    where network is not null and cancelled_at is null;
create index waiting_network on registration.waiting (session_id, network)
    where network is not null and ended_at is null;

-- One secret for every node, drawn by the first that needs it: without it a network cannot be found by trying them all.
create table registration.network_secret (
    one    boolean primary key default true check (one),
    secret bytea not null check (octet_length(secret) = 32)
);

-- How many forms a network sent within an hour that starts with the first. Each row is written again and again.
create table registration.ration (
    bucket     bytea primary key,
    started_at timestamptz not null,
    forms      int         not null
) with (fillfactor = 50);
create index on registration.ration (started_at);

-- How many people one address has in one session, registered or waiting; classes are not counted. Whoever asks holds the
-- pair until its transaction ends: two forms sent at once are counted one after the other. Volatile, so that it counts
-- what was committed while it waited, in the middle of a statement that began before.
create function registration.people_of(address text, sitting uuid) returns int
    language plpgsql volatile strict as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(lower(address) || ' ' || sitting::text, 29));
    return (select coalesce(sum(seats), 0) from registration.registration
            where lower(mail) = lower(address) and session_id = sitting and cancelled_at is null and kind <> 'CLASS')
        + (select coalesce(sum(seats), 0) from registration.waiting
            where lower(mail) = lower(address) and session_id = sitting and ended_at is null and kind <> 'CLASS');
end $$;
