-- A draft is seen by pilots alone, until one of them opens it. Those that were there are open.
alter table programme.edition add column opened boolean not null default true;
