create schema retention;

-- What each night forgot, promise by promise: numbers only. Written with each batch, so that it is true wherever the
-- night was cut short.
create table retention.night (
    night     date        not null,
    promise   text        not null,
    forgotten int         not null default 0,
    -- The class of what went wrong, never its words: they may repeat what was to be forgotten.
    problem   text,
    at        timestamptz not null,
    primary key (night, promise)
);
