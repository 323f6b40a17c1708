-- What replaces the announced value if it never comes: said at opening. Empty in sessions opened before it was asked.
alter table consultation.session add column draw_fallback text not null default ''
    check (char_length(draw_fallback) <= 300);

-- What had been announced of a draw until `at`, when something later was announced instead: never changed, published.
create table consultation.announcement (
    session_id uuid not null references consultation.session,
    number     int  not null,
    at         timestamptz not null,
    source     text not null,
    draw_at    timestamptz not null,
    fallback   text not null,
    primary key (session_id, number)
);

-- The second of two people who write on one thing is told.
alter table consultation.workshop add column lock int not null default 0;
alter table consultation.participant add column lock int not null default 0;

-- Whether the seat was taken by choice among the free ones, after the draw: a pass leaves it as it is.
alter table consultation.participant add column chosen boolean not null default false;

-- Links that open nothing any more because everything behind them was erased: a digest, and nothing that says whose.
create table consultation.erased_link (
    digest    text primary key check (digest ~ '^[0-9a-f]{64}$'),
    erased_on date not null
);
insert into consultation.erased_link (digest, erased_on)
    select encode(sha256(convert_to(link_key, 'UTF8')), 'hex'), current_date from consultation.party where mail is null;
update consultation.party
    set link_key = substr(translate(encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'base64'), '+/', '-_'), 1, 27)
    where mail is null;
