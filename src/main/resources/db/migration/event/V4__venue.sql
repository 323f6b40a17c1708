-- The school of the directory where the event is held, if it is one: what a school hosts is found by it.
alter table event.listing add column venue text;

update event.listing l
set venue = v.content -> 'venue' ->> 'school'
from (
    select distinct on (event_id) event_id, content
    from event.version
    where state = 'APPROVED'
    order by event_id, number desc
) v
where v.event_id = l.event_id and l.format in ('ON_SITE', 'HYBRID');

create index on event.listing (venue) where venue is not null;
