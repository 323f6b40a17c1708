-- Who closed a report and what came of it: the second of two moderators is told. Their name that day is forgotten with
-- the report's words.
alter table showcase.report
    add column closed_by uuid,
    add column closer text,
    add column outcome text check (outcome in ('NOTHING', 'TAKEN_OFF'));
