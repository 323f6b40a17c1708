-- Grows with each write: of two people who correct the same organisation, the second is told.
alter table account.organisation add column lock_version int not null default 0;
