-- The link of who wrote online, by which they take it back; and their address, if they gave one, until they are told
-- what it became.
create table contribution.author (
    contribution_id uuid primary key references contribution.contribution,
    key             text not null unique check (key ~ '^[A-Za-z0-9_-]{27}$'),
    mail            text check (char_length(mail) <= 254),
    at              timestamptz not null
);
create index on contribution.author (at);
create index on contribution.author (mail) where mail is not null;
