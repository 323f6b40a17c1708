-- Whose decision it is, so that they may see it among their data and their name goes with their account. Forgotten with
-- the name, after a year; unknown for what was decided before.
alter table showcase.decision add decided_by uuid;
create index on showcase.decision (decided_by) where decided_by is not null;
