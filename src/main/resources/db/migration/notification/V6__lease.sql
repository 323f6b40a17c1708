-- Four ranks: 0 a link without which its reader can do nothing, 1 other mail someone waits for, 2 ordinary, 3 written to
-- many at once. What waits keeps its turn.
alter table notification.message drop constraint message_priority_check;
alter table notification.message add constraint message_priority_check check (priority between 0 and 3);
update notification.message
   set priority = case when kind in ('SIGN_IN', 'REGISTRATION_LINKS') then 0 else priority + 1 end
 where state in ('WAITING', 'SENDING');

-- Who carries it, while SENDING; until next_attempt_at, which a live one puts off again and again.
alter table notification.message add column held_by uuid;

-- What is due is read off in its order, rank by rank; what waits for another attempt comes after it.
create index message_due_idx on notification.message (priority, (coalesce(next_attempt_at, created_at)))
    where state in ('WAITING', 'SENDING');
drop index notification.message_priority_created_at_idx;
