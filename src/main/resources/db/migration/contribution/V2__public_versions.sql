-- The first version that everyone may read: what was corrected before the report was validated, or before a moderator
-- read it, never was public. Of contributions that are there already, what was replaced by the day they were published.
alter table contribution.contribution add column public_from int check (public_from >= 1);
update contribution.contribution c set public_from = coalesce((
    select max(v.version) from (
        select version, day from contribution.former where contribution_id = c.id
        union all select c.version, c.version_day) v
    where v.day <= c.decided_on), 1)
where state <> 'RECEIVED';

-- One version may be erased alone: why, for everyone to read.
alter table contribution.former add column erased text check (char_length(erased) between 1 and 600);

alter table contribution.decision drop constraint decision_action_check;
alter table contribution.decision add constraint decision_action_check
    check (action in ('PUBLISH', 'MASK', 'REMOVE', 'CORRECT', 'ERASE_VERSION'));
