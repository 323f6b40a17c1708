-- An account that is removed leaves an empty row: what the person did in shared records (an event written, an
-- invitation sent) stays, by no one any more.
alter table account.person alter column mail drop not null;
-- The day of the last sign-in, no more; accounts older than this column count from its arrival.
alter table account.person add column last_seen date not null default current_date;
-- The day a letter said the account would be removed, unless its owner signs in.
alter table account.person add column warned_on date;
alter table account.person add column removed_at timestamptz;
alter table account.person add check ((mail is null) = (removed_at is not null));
alter table account.person add check (removed_at is null or (name = '' and warned_on is null));
create index on account.person (last_seen) where removed_at is null;

-- A new address waits for whoever reads it to say yes.
create table account.address_change (
    hash       bytea primary key,
    person_id  uuid        not null references account.person,
    mail       text        not null,
    expires_at timestamptz not null
);
create index on account.address_change (person_id);

-- Who was named pilot by the configuration, as a digest: named once, so that someone removed does not come back at the
-- next start.
create table account.named_pilot (digest bytea primary key);
