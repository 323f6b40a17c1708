-- Which processes live: each says so every two seconds, under the name its connections carry.
create table timetable.process (
    name    text        primary key,
    seen_at timestamptz not null
);

-- Who is at a piece of news: told again only once they are no more.
alter table news.event_publication add column process text;
alter table news.event_publication alter column process set default current_setting('application_name');
create function news.taken() returns trigger language plpgsql as $$
begin
    new.process := current_setting('application_name');
    return new;
end $$;
create trigger taken before update of status on news.event_publication
    for each row execute function news.taken();
