-- What one types to register, short enough for a poster; drawn with the link, and gone with it.
alter table consultation.session add column code text unique check (code ~ '^[a-z0-9]{8,10}$');
update consultation.session set code = substr(replace(gen_random_uuid()::text, '-', ''), 1, 10)
    where state <> 'DRAFT' and (link_key is not null or not by_key);
