-- Whether a waiting room stands before this edition's forms when its registrations open.
alter table programme.edition add column waiting_room boolean not null default false;
