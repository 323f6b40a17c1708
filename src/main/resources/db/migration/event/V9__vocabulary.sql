-- The words of what is to come, people's names apart, to offer the one that was meant when nothing is found.
create materialized view event.word as
select word, count(*) as events
  from event.listing,
       regexp_split_to_table(
           lower(title || ' ' || description || ' ' || organisation_name || ' ' || commune), '[^[:alnum:]]+') as word
 where not cancelled and length(word) between 4 and 40 and word ~ '[[:alpha:]]'
 group by word;
create unique index on event.word (word);
create index on event.word using gist (word public.gist_trgm_ops);
