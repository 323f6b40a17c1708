-- What moderators decided of an event beside reading its versions: reports closed, the event cancelled or given to
-- others. Only ever added to.
create table event.ruling (
    id           bigint generated always as identity primary key,
    event_id     uuid        not null references event.event,
    what         text        not null check (what in ('REPORTS_CLOSED', 'CANCELLED', 'HANDED_OVER')),
    -- The event's lock when whoever decided had read it: who read it no later comes second.
    lock_version int         not null,
    decided_by   uuid        not null,
    -- Their name that day, and for which territory they decided.
    decider      text,
    authority    text        not null,
    decided_at   timestamptz not null,
    reason       text        not null,
    sentence     text
);
create index on event.ruling (event_id);

-- An event offered to another organisation, or to whoever reads this address: theirs once they accept. One at a time.
create table event.handover (
    id              uuid primary key,
    event_id        uuid        not null unique references event.event,
    organisation_id uuid,
    mail            text,
    offered_by      uuid        not null,
    authority       text        not null,
    sentence        text        not null,
    offered_at      timestamptz not null,
    expires_at      timestamptz not null,
    check (num_nonnulls(organisation_id, mail) = 1)
);
create index on event.handover (organisation_id);
create index on event.handover (mail);
