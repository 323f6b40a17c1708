-- The waiting list on the one seat counter (decision 11): seats held by open offers, and how many wait. At every
-- session taken + held + free = capacity. Waiting rows belong to `registration`; what holds the row of a session holds
-- its list.
alter table event.session
    add held          int not null default 0,
    add class_held    int not null default 0,
    add waiting       int not null default 0,
    add class_waiting int not null default 0,
    add check (held >= 0 and taken + held <= capacity),
    add check (class_held between 0 and held and class_taken + class_held <= class_capacity),
    add check (class_waiting between 0 and waiting);

-- What someone who comes now may take, written here once and read by every query. While others wait it is nothing:
-- freed seats are theirs. But classes may not take the seats beyond their share, so a list of classes alone leaves
-- these to people.
alter table event.session
    add seats_left int not null generated always as (case
        when waiting = 0 then capacity - taken - held
        when waiting > class_waiting then 0
        else greatest(0, least(capacity - taken - held,
            capacity - class_capacity - (taken - class_taken) - (held - class_held))) end) stored,
    add class_seats_left int not null generated always as (case
        when waiting = 0 then least(capacity - taken - held, class_capacity - class_taken - class_held)
        else 0 end) stored;

-- The policy of the waiting list (WaitingPolicy): how many smaller entries may pass one that does not fit.
alter table event.listing
    add waiting_passes int not null default 0 check (waiting_passes between 0 and 20);
