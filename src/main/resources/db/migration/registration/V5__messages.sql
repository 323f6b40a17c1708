-- One may come and want no reminder.
alter table registration.registration add column reminders_refused boolean not null default false;

-- What an organiser answered to a class's access needs, and to which words: needs that change are to be answered again.
-- Forgotten with its registration.
create table registration.needs_answer (
    registration_id uuid primary key references registration.registration on delete cascade,
    needs           text        not null,
    answer          text        not null check (char_length(answer) between 1 and 1000),
    answered_by     uuid        not null,
    answered_at     timestamptz not null
);

-- Who was reminded of which day, how many days before: written with the message, so that nobody is reminded twice. A
-- session that moves to another day is reminded of anew.
create table registration.reminder (
    registration_id uuid        not null references registration.registration on delete cascade,
    ahead           text        not null check (ahead in ('WEEK', 'EVE')),
    day             date        not null,
    reminded_at     timestamptz not null,
    primary key (registration_id, ahead, day)
);
create index on registration.reminder (day);

-- The sessions everyone of which was reminded, their organisers last.
create table registration.session_reminder (
    session_id  uuid        not null,
    ahead       text        not null check (ahead in ('WEEK', 'EVE')),
    day         date        not null,
    reminded_at timestamptz not null,
    primary key (session_id, ahead, day)
);
create index on registration.session_reminder (day);

-- To which session an organiser wrote; null when to all.
alter table registration.message add column session_id uuid;
create index on registration.message (sent_at);
