-- Acts of administration other than giving roles: who did what to which thing, and why. Names are those of that day.
create table account.act (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    actor_id   uuid,
    actor_mail text        not null,
    act        text        not null check (length(act) between 1 and 200),
    about      text        not null check (length(about) <= 500),
    reason     text        not null default '' check (length(reason) <= 2000)
);
create index on account.act (actor_mail);
create index on account.act (at desc);

create trigger acts_are_append_only before update or delete on account.act
    for each row execute function account.keep_journal();
create trigger acts_are_never_emptied before truncate on account.act
    for each statement execute function account.keep_journal();

create index on account.journal (at desc);

-- The journal as it is read: roles and other acts, one after the other.
create view account.journal_line as
select at, 'ROLE' as matter, id, actor_id, actor_mail, action, role, place_name, subject_id, subject_mail,
    null as act, '' as about, '' as reason
from account.journal
union all
select at, 'ACT', id, actor_id, actor_mail, null, null, '', null, null, act, about, reason
from account.act;
