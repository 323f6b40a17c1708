-- The SEQUENCE of calendar files outlives the messages: of a session and a reader, a digest and a number. No address.
create table notification.sequence (
    reader     bytea primary key,
    number     int         not null,
    written_at timestamptz not null
);
create index on notification.sequence (written_at);

create function notification.reader(session uuid, recipient text) returns bytea
    language sql immutable strict parallel safe
    return sha256(convert_to(session::text || ' ' || lower(recipient), 'UTF8'));

insert into notification.sequence (reader, number, written_at)
select notification.reader(session, recipient), max(sequence), max(created_at)
  from notification.message where session is not null group by 1;

drop index notification.message_session_recipient_idx;
create index on notification.message (about);
create index on notification.message (recipient);
