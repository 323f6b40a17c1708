create schema synthesis;

-- What one level writes on one theme for one territory: a département from its contributions, an académie from its
-- départements' statements, the nation from the académies'.
create table synthesis.synthesis (
    id              uuid primary key,
    consultation_id uuid not null,
    level           text not null check (level in ('DEPARTEMENT', 'ACADEMIE', 'NATIONAL')),
    -- Territory#key.
    territory       text not null,
    theme           text not null,
    state           text not null default 'DRAFT'
        check (state in ('DRAFT', 'SUBMITTED', 'CONTESTED', 'VALIDATED', 'PUBLISHED')),
    -- The last day on which the level below may object.
    contest_until   date,
    lock            int  not null default 0,
    unique (consultation_id, level, territory, theme),
    check (state <> 'CONTESTED' or contest_until is not null)
);

-- Forms already done: sent twice, they write once.
create table synthesis.form (
    form         uuid primary key,
    synthesis_id uuid not null references synthesis.synthesis,
    at           timestamptz not null
);
create index on synthesis.form (at);

create sequence synthesis.arrival;

-- Same idea, for a person who named it: reversible, counts nothing.
create table synthesis.grouping (
    id           uuid primary key,
    synthesis_id uuid not null references synthesis.synthesis,
    label        text not null check (char_length(label) between 1 and 160),
    made_by      uuid not null,
    made_at      timestamptz not null,
    undone_by    uuid,
    undone_at    timestamptz,
    unique (synthesis_id, id),
    check ((undone_by is null) = (undone_at is null))
);

-- What a level has to deal with: a contribution, or a validated statement of the level below, as they were. Never
-- deleted: what is read no more is withdrawn, with the reason.
create table synthesis.item (
    id           uuid primary key,
    synthesis_id uuid not null references synthesis.synthesis,
    -- Order of arrival, that of its whole for a piece; then the piece's place in it.
    seq          bigint not null default nextval('synthesis.arrival'),
    piece        int    not null default 0,
    -- The item this is a piece of, since someone cut it: it has its own disposition.
    parent_id    uuid,
    source_kind  text not null check (source_kind in ('CONTRIBUTION', 'STATEMENT')),
    source_id    uuid not null,
    version      int  not null,
    reference    text not null,
    nature       text not null
        check (nature in ('FINDING', 'PROPOSAL', 'NEED', 'PRACTICE', 'DISAGREEMENT', 'QUESTION')),
    text         text not null,
    territory    text not null,
    session_id   uuid,
    workshop_id  uuid,
    day          date not null,
    -- The level below took its synthesis back: what was said here of it may be about to change.
    reopened     boolean not null default false,
    withdrawn    text check (char_length(withdrawn) <= 500),
    grouping_id  uuid,
    lock         int  not null default 0,
    search       tsvector not null
        generated always as (to_tsvector('public.french_plain', reference || ' ' || text)) stored,
    unique (synthesis_id, id),
    foreign key (synthesis_id, parent_id) references synthesis.item (synthesis_id, id),
    foreign key (synthesis_id, grouping_id) references synthesis.grouping (synthesis_id, id)
);
create unique index on synthesis.item (synthesis_id, source_kind, source_id) where parent_id is null;
create index on synthesis.item (source_id);
create index on synthesis.item (synthesis_id, seq, piece);
create index on synthesis.item (parent_id) where parent_id is not null;
create index on synthesis.item (grouping_id) where grouping_id is not null;
create index on synthesis.item using gin (search);

-- An item as it was: links and dispositions refer to one of these. A legal removal empties the text and no more.
create table synthesis.item_version (
    item_id     uuid not null references synthesis.item,
    version     int  not null,
    nature      text not null,
    text        text not null,
    territory   text not null,
    workshop_id uuid,
    day         date not null,
    primary key (item_id, version)
);

create table synthesis.statement (
    id           uuid primary key,
    synthesis_id uuid not null references synthesis.synthesis,
    position     int  not null,
    -- The latest.
    version      int  not null default 1,
    removed      boolean not null default false,
    lock         int  not null default 0,
    unique (synthesis_id, id)
);
create index on synthesis.statement (synthesis_id, position);

-- What was validated is frozen: a later change is another version, with links of its own.
create table synthesis.statement_version (
    statement_id uuid not null references synthesis.statement,
    version      int  not null,
    kind         text not null check (kind in ('FINDING', 'PROPOSAL', 'DISAGREEMENT', 'QUESTION')),
    text         text not null check (char_length(text) between 1 and 2000),
    -- It takes up nothing of the level below, and says so.
    own_addition boolean not null,
    frozen       boolean not null default false,
    primary key (statement_id, version)
);

-- Strictly one level down: a statement and its sources are of the same synthesis.
create table synthesis.source_link (
    synthesis_id      uuid not null,
    statement_id      uuid not null,
    statement_version int  not null,
    item_id           uuid not null,
    item_version      int  not null,
    kind              text not null check (kind in ('TAKES_UP', 'MERGES', 'REWORDS', 'QUALIFIES', 'CONTRADICTS')),
    made_by           uuid not null,
    made_at           timestamptz not null,
    primary key (statement_id, statement_version, item_id),
    foreign key (synthesis_id, statement_id) references synthesis.statement (synthesis_id, id),
    foreign key (statement_id, statement_version) references synthesis.statement_version,
    foreign key (synthesis_id, item_id) references synthesis.item (synthesis_id, id),
    foreign key (item_id, item_version) references synthesis.item_version
);
create index on synthesis.source_link (item_id);

-- What a level did with an item: exactly one, whence the key. SPLIT is dealt with through its pieces.
create table synthesis.disposition (
    item_id      uuid primary key,
    synthesis_id uuid not null,
    item_version int  not null,
    outcome      text not null check (outcome in ('TAKEN_UP', 'SET_ASIDE', 'SPLIT')),
    reason       text check (reason in
        ('DUPLICATE', 'OUT_OF_SCOPE', 'IN_FORCE', 'CONTRARY_TO_LAW', 'LOCAL', 'UNCLEAR')),
    sentence     text not null default '' check (char_length(sentence) <= 500),
    duplicate_of uuid,
    sent_to      text,
    decided_by   uuid not null,
    decided_at   timestamptz not null,
    foreign key (synthesis_id, item_id) references synthesis.item (synthesis_id, id),
    foreign key (synthesis_id, duplicate_of) references synthesis.item (synthesis_id, id),
    foreign key (item_id, item_version) references synthesis.item_version,
    check ((outcome = 'SET_ASIDE') = (reason is not null)),
    check (outcome <> 'SET_ASIDE' or char_length(sentence) > 0),
    check ((reason is not distinct from 'DUPLICATE') = (duplicate_of is not null)),
    check ((reason is not distinct from 'LOCAL') = (sent_to is not null)),
    check (duplicate_of <> item_id)
);
create index on synthesis.disposition (synthesis_id);
create index on synthesis.disposition (duplicate_of) where duplicate_of is not null;

-- The level below does not agree with what was done of what it said; published with its answer.
create table synthesis.objection (
    id           uuid primary key,
    synthesis_id uuid not null,
    item_id      uuid not null,
    -- What is contested, as it was, and the item's lock then: « corrected » is said of what has changed since.
    against      text not null,
    item_lock    int  not null,
    words        text not null check (char_length(words) between 1 and 1000),
    made_by      uuid not null,
    made_on      date not null,
    outcome      text check (outcome in ('UPHELD', 'CORRECTED')),
    answer       text not null default '' check (char_length(answer) <= 1000),
    answered_by  uuid,
    answered_on  date,
    foreign key (synthesis_id, item_id) references synthesis.item (synthesis_id, id),
    check ((outcome is null) = (answered_by is null) and (outcome is null) = (answered_on is null)),
    check (outcome is null or answer <> '')
);
create unique index on synthesis.objection (item_id) where outcome is null;
create index on synthesis.objection (synthesis_id);

-- What was decided of a national statement. Nothing is changed, what comes later is added.
create table synthesis.decision (
    id           uuid primary key,
    statement_id uuid not null references synthesis.statement,
    day          date not null,
    outcome      text not null check (outcome in ('TAKEN', 'PARTLY', 'REFUSED')),
    reason       text not null check (char_length(reason) between 1 and 1000),
    written_by   uuid not null,
    seq          bigint generated always as identity
);
create index on synthesis.decision (statement_id, seq);

-- `owner` is a service or a body.
create table synthesis.action (
    id           uuid primary key,
    statement_id uuid not null references synthesis.statement,
    what         text not null check (char_length(what) between 1 and 300),
    owner        text not null check (char_length(owner) between 1 and 160),
    due          date not null,
    seq          bigint generated always as identity
);
create index on synthesis.action (statement_id, seq);

create table synthesis.action_step (
    id         uuid primary key,
    action_id  uuid not null references synthesis.action,
    day        date not null,
    status     text not null check (status in ('PLANNED', 'STARTED', 'DONE', 'DROPPED')),
    note       text not null check (char_length(note) <= 500),
    written_by uuid not null,
    seq        bigint generated always as identity
);
create index on synthesis.action_step (action_id, seq);

-- A machine's comparison of words, answered by a person. Never a link.
create table synthesis.suggestion (
    item_id     uuid not null references synthesis.item,
    other_id    uuid not null references synthesis.item,
    kind        text not null check (kind in ('NEAR', 'OPPOSED', 'RELATED')),
    method      text not null,
    made_on     date not null,
    answer      text not null check (answer in ('ACCEPTED', 'REFUSED')),
    answered_by uuid not null,
    answered_at timestamptz not null,
    primary key (item_id, other_id),
    -- « Accepted » is never said of what may be opposed.
    check (kind <> 'OPPOSED' or answer = 'REFUSED')
);

-- Those who prefer to read without suggestions.
create table synthesis.unaided (
    person_id uuid primary key
);

-- What was published, as it was: every page and file of a publication reads these rows and no other.
create table synthesis.publication (
    id              uuid primary key,
    consultation_id uuid not null,
    number          int  not null,
    day             date not null,
    licence         text not null,
    digest          text not null check (digest ~ '^[0-9a-f]{64}$'),
    published_by    uuid not null,
    -- A legal removal: the files are served no more, and the page says why.
    withdrawn       text check (char_length(withdrawn) <= 500),
    unique (consultation_id, number)
);

create table synthesis.published_synthesis (
    publication_id uuid not null references synthesis.publication,
    synthesis_id   uuid not null,
    level          text not null,
    territory      text not null,
    theme          text not null,
    received       int  not null,
    taken_up       int  not null,
    set_aside      int  not null,
    primary key (publication_id, synthesis_id)
);

create table synthesis.published_statement (
    publication_id uuid not null,
    statement_id   uuid not null,
    version        int  not null,
    synthesis_id   uuid not null,
    position       int  not null,
    kind           text not null,
    text           text not null,
    own_addition   boolean not null,
    contributions  int  not null,
    workshops      int  not null,
    departements   int  not null,
    primary key (publication_id, statement_id),
    foreign key (publication_id, synthesis_id) references synthesis.published_synthesis
);

-- Contributions and statements as each level received and dealt with them; a piece has the number of its place.
create table synthesis.published_item (
    publication_id uuid not null,
    item_id        uuid not null,
    synthesis_id   uuid not null,
    seq            bigint not null,
    piece          int  not null,
    source_kind    text not null,
    source_id      uuid not null,
    version        int  not null,
    reference      text not null,
    nature         text not null,
    text           text not null,
    territory      text not null,
    workshop_id    uuid,
    day            date not null,
    outcome        text not null,
    reason         text,
    sentence       text not null,
    duplicate_of   uuid,
    sent_to        text,
    -- Its words had to be removed, for this reason.
    withdrawn      text,
    primary key (publication_id, item_id),
    foreign key (publication_id, synthesis_id) references synthesis.published_synthesis
);
create index on synthesis.published_item (source_id, publication_id);
create index on synthesis.published_item (publication_id, synthesis_id, seq, piece);

create table synthesis.published_link (
    publication_id uuid not null,
    statement_id   uuid not null,
    item_id        uuid not null,
    kind           text not null,
    primary key (publication_id, statement_id, item_id),
    foreign key (publication_id, statement_id) references synthesis.published_statement,
    foreign key (publication_id, item_id) references synthesis.published_item
);
create index on synthesis.published_link (publication_id, item_id);

create table synthesis.published_objection (
    publication_id uuid not null,
    objection_id   uuid not null,
    item_id        uuid not null,
    against        text not null,
    words          text not null,
    made_on        date not null,
    outcome        text not null,
    answer         text not null,
    answered_on    date not null,
    primary key (publication_id, objection_id),
    foreign key (publication_id, item_id) references synthesis.published_item
);

-- Bytes are gone when the publication is withdrawn; the digest stays.
create table synthesis.published_file (
    publication_id uuid not null references synthesis.publication,
    name           text not null,
    media_type     text not null,
    digest         text not null check (digest ~ '^[0-9a-f]{64}$'),
    size           int  not null,
    bytes          bytea,
    primary key (publication_id, name)
);
