-- Unknown is not public: a file may say nothing of it.
alter table territory.school alter column public_sector drop not null;

-- The columns that a person corrected by hand: no import changes those.
alter table territory.school add column by_hand text[] not null default '{}';

-- Postcodes that a spreadsheet had made decimals of.
update territory.school
   set postcode = lpad(regexp_replace(postcode, '\.0+$', ''), 5, '0')
 where postcode ~ '^[0-9]{4,5}(\.0+)?$' and postcode !~ '^[0-9]{5}$';
refresh materialized view territory.commune;
refresh materialized view territory.word;
