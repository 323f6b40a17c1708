-- The verifier refused the draw of these seats: nobody has one until a draw it agrees with, while the other workshops
-- of the session have theirs.
alter table consultation.workshop add column withheld boolean not null default false;
