create schema notification;

-- The outbox: a message is written in the transaction of the fact it announces, and leaves later.
create table notification.message (
    id              uuid primary key,
    kind            text        not null,
    -- What it speaks of (event, registration, person…), so that several messages about one thing can be told apart.
    about           uuid,
    recipient       text        not null,
    domain          text        not null generated always as (lower(split_part(recipient, '@', 2))) stored,
    reply_to        text        check (reply_to !~ '[\r\n]'),
    unsubscribe     text        check (unsubscribe !~ '[\r\n]'),
    subject         text        not null check (subject <> '' and subject !~ '[\r\n]'),
    text            text        not null,
    html            text        not null,
    calendar        text,
    calendar_method text        check (calendar_method in ('PUBLISH', 'REQUEST', 'CANCEL')),
    -- The event session the calendar file is about, and its SEQUENCE: it grows with each file one reader gets.
    session         uuid,
    sequence        int,
    -- 0 someone waits in front of the screen, 1 ordinary, 2 written to many at once.
    priority        smallint    not null check (priority between 0 and 2),
    created_at      timestamptz not null,
    -- Past this moment it is of no use to its reader (a sign-in link): it is given up rather than sent.
    useful_until    timestamptz,
    state           text        not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED')),
    attempts        int         not null default 0,
    -- WAITING: not before then, at once when null. SENDING: whoever took it has until then, after that it is free again.
    next_attempt_at timestamptz,
    -- The class of the last refusal, never the server's words: they repeat the address.
    last_error      text,
    sent_at         timestamptz,
    check (num_nonnulls(calendar, calendar_method, session, sequence) in (0, 4)),
    check ((state = 'SENT') = (sent_at is not null)),
    check (state <> 'SENDING' or next_attempt_at is not null)
);
-- What the worker looks for every two seconds stays small, however many were sent.
create index on notification.message (priority, created_at) where state in ('WAITING', 'SENDING');
create index on notification.message (sent_at) where state = 'SENT';
create index on notification.message (created_at);
create index on notification.message (session, recipient) where session is not null;
create index on notification.message (created_at) where state = 'FAILED';
