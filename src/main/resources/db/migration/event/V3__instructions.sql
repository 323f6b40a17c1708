-- What those who come must know: what to bring, which entrance, whom to ask for.
alter table event.listing add column instructions text not null default '';
