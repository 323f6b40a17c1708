create schema contribution;

-- What a workshop's rapporteur deposits, once: the id is its form's token, so that sent again it is known again.
create table contribution.report (
    id              uuid primary key,
    workshop_id     uuid not null unique,
    session_id      uuid not null,
    consultation_id uuid not null,
    -- Opens the page where participants read it and remark on it.
    read_key        text not null unique check (read_key ~ '^[A-Za-z0-9_-]{27}$'),
    climate         text not null check (char_length(climate) <= 2000),
    paper           boolean not null,
    filed_at        timestamptz not null,
    remarks_until   timestamptz not null,
    validated_at    timestamptz,
    validated_by    text check (validated_by in ('FACILITATOR', 'COORDINATOR')),
    -- Why the coordination did not wait for the end of the remarks.
    early_reason    text not null default '' check (char_length(early_reason) <= 600),
    check ((validated_at is null) = (validated_by is null))
);
create index on contribution.report (session_id);
create index on contribution.report (consultation_id);

create table contribution.head_count (
    report_id uuid not null references contribution.report,
    category  text not null,
    people    int  not null check (people between 1 and 2000),
    primary key (report_id, category)
);

-- What people quote: « C-1204 ».
create sequence contribution.reference;

-- One piece of what was said, in its latest version. Never deleted (invariant C1): masked or removed, its trace stays.
create table contribution.contribution (
    id              uuid   primary key,
    number          bigint not null unique default nextval('contribution.reference'),
    version         int    not null default 1,
    consultation_id uuid   not null,
    origin          text   not null check (origin in ('WORKSHOP', 'ONLINE', 'PAPER')),
    report_id       uuid   references contribution.report,
    session_id      uuid,
    workshop_id     uuid,
    position        int    not null default 0,
    -- Territory#key.
    territory       text   not null,
    theme           text   not null,
    nature          text   not null check (nature in ('FINDING', 'PROPOSAL', 'NEED', 'PRACTICE', 'DISAGREEMENT')),
    text            text   not null check (char_length(text) <= 600),
    -- How the room stood, when someone counted.
    agree           int    check (agree between 0 and 2000),
    against         int    check (against between 0 and 2000),
    neither         int    check (neither between 0 and 2000),
    -- To the day, no finer (invariant C9).
    day             date   not null,
    version_day     date   not null,
    why             text   not null default '' check (char_length(why) <= 300),
    state           text   not null default 'RECEIVED' check (state in ('RECEIVED', 'PUBLISHED', 'MASKED', 'REMOVED')),
    -- Why it can be read no more: shown on its page.
    reason          text,
    sentence        text   not null default '' check (char_length(sentence) <= 600),
    decided_on      date,
    -- Who reads the whole again takes only what moved since.
    changed_at      timestamptz not null,
    words           tsvector generated always as (to_tsvector('public.french_plain', text)) stored,
    check ((report_id is null) = (origin = 'ONLINE')),
    check ((report_id is null) = (workshop_id is null) and (report_id is null) = (session_id is null)),
    check ((state in ('RECEIVED', 'PUBLISHED')) = (reason is null)),
    check (state <> 'REMOVED' or text = '')
);
create index on contribution.contribution (consultation_id, number desc) where state = 'PUBLISHED';
create index on contribution.contribution (report_id, position);
create index on contribution.contribution (territory, number) where state = 'RECEIVED' and origin = 'ONLINE';
create index on contribution.contribution (changed_at);
create index on contribution.contribution using gin (words);

-- What it said before: each correction leaves the text it replaces.
create table contribution.former (
    contribution_id uuid not null references contribution.contribution,
    version         int  not null,
    nature          text not null,
    text            text not null,
    agree           int,
    against         int,
    neither         int,
    day             date not null,
    why             text not null,
    primary key (contribution_id, version)
);

-- What participants say of a report before it is validated: read by who wrote it, shown once answered.
create table contribution.remark (
    id              uuid primary key,
    report_id       uuid not null references contribution.report,
    contribution_id uuid references contribution.contribution,
    text            text not null check (char_length(text) between 1 and 600),
    at              timestamptz not null,
    outcome         text check (outcome in ('CORRECTED', 'KEPT')),
    answer          text not null default '' check (char_length(answer) <= 600),
    answered_at     timestamptz,
    check ((outcome is null) = (answered_at is null))
);
create index on contribution.remark (report_id, at);

-- Who published, masked or removed, and why: an account, kept a year.
create table contribution.decision (
    id              uuid primary key,
    contribution_id uuid not null references contribution.contribution,
    action          text not null check (action in ('PUBLISH', 'MASK', 'REMOVE', 'CORRECT')),
    at              timestamptz not null,
    by_person       uuid not null
);
create index on contribution.decision (at);
