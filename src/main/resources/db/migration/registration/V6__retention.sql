-- Names go thirty days after the session: `keep_until` follows it. `asked_until` is a later day the person asked for (a
-- certificate).
alter table registration.registration add column asked_until date;
comment on column registration.registration.keep_until is
    'The last day someone is named: thirty days after the session, on its own clocks.';

-- Under the former promise it was two months after the week. The next night finds these rows due, reads the true day of
-- each session, and puts those to come right.
update registration.registration set keep_until = least(keep_until, current_date - 2) where purged_at is null;

-- A new address waits for whoever reads it to say yes.
create table registration.address_change (
    hash            bytea primary key,
    registration_id uuid        not null references registration.registration,
    mail            text        not null,
    expires_at      timestamptz not null
);
create index on registration.address_change (registration_id);
