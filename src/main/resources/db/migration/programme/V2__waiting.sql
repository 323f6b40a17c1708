-- How long an offer of the waiting list holds its seats, at the longest: it shortens as the date nears.
alter table programme.edition
    add offer_hours int not null default 24 check (offer_hours between 1 and 168);
