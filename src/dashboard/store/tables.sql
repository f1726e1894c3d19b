-- The tables, step by step. A step is taken once in each file, in order, and never changed afterwards: what is to be otherwise is a
-- new step at the end (store/schema.py). Steps 1 to 8 may be taken again, by files from before steps were numbered.

-- Plain types, tables and views only, so that the same SQL runs on one DuckDB file and on a shared lakehouse.
-- The grain of each table stands in brackets. What must hold between them is in integrity.sql.

-- step 1: what workbooks say, and which lines are one

-- [one file received]
CREATE TABLE IF NOT EXISTS workbook (
    workbook_id INTEGER NOT NULL,
    sha256 VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    content BLOB NOT NULL,
    received_at TIMESTAMP NOT NULL,   -- UTC, as every time here
    received_by VARCHAR NOT NULL
);

-- [month x scope x revision] what one workbook said; only withdrawn_* is ever updated, to what its last event says
CREATE TABLE IF NOT EXISTS snapshot (
    snapshot_id INTEGER NOT NULL,
    workbook_id INTEGER NOT NULL,
    plan VARCHAR NOT NULL,            -- "2025-2028"
    month VARCHAR NOT NULL,           -- "2025-05"
    scope VARCHAR NOT NULL,           -- plan, tvaergaaende, or the key of an udvalg
    revision INTEGER NOT NULL,        -- 1, 2, … within month and scope
    is_example BOOLEAN NOT NULL,
    imported_at TIMESTAMP NOT NULL,
    imported_by VARCHAR NOT NULL,
    withdrawn_at TIMESTAMP,
    withdrawn_by VARCHAR
);

-- [one line of the plan over its whole life]
CREATE TABLE IF NOT EXISTS indsats (
    indsats_id INTEGER NOT NULL,
    plan VARCHAR NOT NULL,
    created_by_snapshot_id INTEGER NOT NULL
);

-- [indsats x spelling] every title and code it has had, and who said that it is the same line
CREATE TABLE IF NOT EXISTS indsats_name (
    indsats_id INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    normalised VARCHAR NOT NULL,
    code VARCHAR,
    snapshot_id INTEGER NOT NULL,     -- where it was first written so
    confirmed_by VARCHAR              -- NULL: the same normalised title and no conflicting code
);

-- [decision about two lines] only withdrawn_* is ever updated. same: the newer is the older under another title;
-- different: it is not; continues: it comes after the older (split or merge), whose history stands before its own
CREATE TABLE IF NOT EXISTS indsats_link (
    link_id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    indsats_id INTEGER NOT NULL,      -- the newer
    other_id INTEGER NOT NULL,        -- the older
    decided_at TIMESTAMP NOT NULL,
    decided_by VARCHAR NOT NULL,
    withdrawn_at TIMESTAMP,
    withdrawn_by VARCHAR
);

-- [indsats x event that changed it] the line that the decisions "same" make an indsats, chains resolved; the newest counts
CREATE TABLE IF NOT EXISTS indsats_line (
    event_id INTEGER NOT NULL,
    indsats_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL
);

-- [snapshot x indsats] what was reported; light is never 'done', that is the X beside it
CREATE TABLE IF NOT EXISTS status (
    snapshot_id INTEGER NOT NULL,
    indsats_id INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    code VARCHAR,
    marks VARCHAR,
    udvalg VARCHAR[] NOT NULL,        -- keys in the order written; a list, see docs/decisions
    tema VARCHAR,
    art VARCHAR,
    responsible VARCHAR,
    schedule VARCHAR,
    political_treatment VARCHAR,
    light VARCHAR NOT NULL,
    done BOOLEAN NOT NULL,
    status_text VARCHAR,
    red_reason VARCHAR,
    ask VARCHAR,
    obs VARCHAR,
    cross_cutting BOOLEAN NOT NULL,
    sheet VARCHAR NOT NULL,
    cell VARCHAR NOT NULL,
    title_cell VARCHAR NOT NULL,
    light_source VARCHAR,             -- how the light was read: fill, word, mark, …
    runs VARCHAR,                     -- JSON: the texts in which something is red (new) or struck, by field
    cells VARCHAR                     -- JSON: the cell of each other value, by field, amounts by year, "subtask1", "other_light1", …
);

ALTER TABLE status ADD COLUMN IF NOT EXISTS cells VARCHAR;

-- [snapshot x indsats x year] in 1.000 kr., savings negative
CREATE TABLE IF NOT EXISTS amount (
    snapshot_id INTEGER NOT NULL,
    indsats_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    amount DECIMAL(14, 3) NOT NULL
);

-- [snapshot x issue] what was wrong with the workbook that was saved all the same
CREATE TABLE IF NOT EXISTS issue (
    snapshot_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    severity VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    sheet VARCHAR,
    cell VARCHAR,
    value VARCHAR,
    message VARCHAR NOT NULL
);

-- [who did what, when]
CREATE TABLE IF NOT EXISTS event (
    event_id INTEGER NOT NULL,
    happened_at TIMESTAMP NOT NULL,
    who VARCHAR NOT NULL,
    what VARCHAR NOT NULL,            -- import, withdraw or restore a snapshot, and what other tables' keepers do
    snapshot_id INTEGER,
    detail VARCHAR
);

ALTER TABLE event ADD COLUMN IF NOT EXISTS detail VARCHAR;

-- [light] worst first, the order of every list
CREATE TABLE IF NOT EXISTS light (name VARCHAR NOT NULL, rank INTEGER NOT NULL);
INSERT INTO light
SELECT name, rank
FROM (VALUES ('red', 1), ('yellow', 2), ('green', 3), ('not_reported', 4), ('done', 5)) AS given (name, rank)
WHERE name NOT IN (SELECT name FROM light);

-- step 2: what people keep beside the workbooks

-- [view saved under a name] a page with its filters, for everybody; withdrawn_* is the only thing ever updated
CREATE TABLE IF NOT EXISTS saved_view (
    view_id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    page VARCHAR NOT NULL,            -- as in the address: "" for Overblik
    query VARCHAR NOT NULL,           -- what stands after "?" in the address
    saved_at TIMESTAMP NOT NULL,
    saved_by VARCHAR NOT NULL,
    withdrawn_at TIMESTAMP,
    withdrawn_by VARCHAR
);

-- [signal that somebody settled] it stays settled while what it rests on is what it was; withdrawn_* is the only thing
-- ever updated
CREATE TABLE IF NOT EXISTS settled_signal (
    settled_id INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    indsats_id INTEGER NOT NULL,
    scope VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,           -- what the signal rested on when it was settled
    note VARCHAR NOT NULL,
    settled_at TIMESTAMP NOT NULL,
    settled_by VARCHAR NOT NULL,
    withdrawn_at TIMESTAMP,
    withdrawn_by VARCHAR
);

-- step 3: meetings

-- [meeting] as it was planned at first; what it is since stands in meeting_version. withdrawn_*, when it was made by mistake, is
-- the only thing ever updated; closed_* is of files from before a lock was a version
CREATE TABLE IF NOT EXISTS meeting (
    meeting_id INTEGER NOT NULL,
    body VARCHAR NOT NULL,            -- "direktionen", or the key of an udvalg, or another name
    held_on DATE NOT NULL,
    month VARCHAR NOT NULL,
    scope VARCHAR NOT NULL,
    created_at TIMESTAMP NOT NULL,
    created_by VARCHAR NOT NULL,
    closed_at TIMESTAMP,
    closed_by VARCHAR,
    withdrawn_at TIMESTAMP,
    withdrawn_by VARCHAR
);

ALTER TABLE meeting ADD COLUMN IF NOT EXISTS withdrawn_at TIMESTAMP;
ALTER TABLE meeting ADD COLUMN IF NOT EXISTS withdrawn_by VARCHAR;

-- [item of an agenda x version] a line of the plan, or a topic of its own; the newest version counts
CREATE TABLE IF NOT EXISTS agenda_item (
    item_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    meeting_id INTEGER NOT NULL,
    indsats_id INTEGER,
    topic VARCHAR,                    -- instead of a line
    reasons VARCHAR[] NOT NULL,       -- why it is here: follow_up, new_red, …; case: a topic that is the whole case; closed: only for some
    position DOUBLE NOT NULL,
    invited VARCHAR,                  -- the fagchef who is called in
    focus BOOLEAN NOT NULL,           -- to be looked at again at the next meeting
    light VARCHAR,                    -- the light as the meeting sees it, when otherwise than reported
    removed BOOLEAN NOT NULL,
    written_at TIMESTAMP NOT NULL,
    written_by VARCHAR NOT NULL
);

-- [decision x version] what a meeting said of an item; a new version for every change, the newest counts
CREATE TABLE IF NOT EXISTS decision (
    decision_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,            -- decision, noted, material, help
    text VARCHAR NOT NULL,
    responsible VARCHAR,
    due DATE,
    state VARCHAR NOT NULL,           -- open, done, dropped
    note VARCHAR,                     -- what became of it
    withdrawn BOOLEAN NOT NULL,
    written_at TIMESTAMP NOT NULL,
    written_by VARCHAR NOT NULL
);

-- step 4: answers about how tables are read

-- [answer about how tables with some headings are read] a newer one for the same column, role or word takes its place;
-- withdrawn_* is the only thing ever updated
CREATE TABLE IF NOT EXISTS reading_answer (
    answer_id INTEGER NOT NULL,
    layout VARCHAR NOT NULL,          -- the headings as they are compared
    headings VARCHAR[] NOT NULL,      -- the headings as they were written, from the table's first column
    subject VARCHAR NOT NULL,         -- "column 3" (0 and less: left of the first heading), "none light", "word i gang", "subtasks",
                                      -- "table", "months"
    value VARCHAR NOT NULL,           -- a role, "", a light, "parts", "lines" or "other", "all"
    snapshot_id INTEGER NOT NULL,     -- what was saved with it, and so its file
    given_at TIMESTAMP NOT NULL,
    given_by VARCHAR NOT NULL,
    withdrawn_at TIMESTAMP,
    withdrawn_by VARCHAR
);

-- step 5: more of a line

-- as written, like percent_done ("75 %"); neither makes it done
ALTER TABLE status ADD COLUMN IF NOT EXISTS expected_end VARCHAR;
ALTER TABLE status ADD COLUMN IF NOT EXISTS percent_done VARCHAR;
-- what is written in comments on its cells
ALTER TABLE status ADD COLUMN IF NOT EXISTS remark VARCHAR;
-- JSON: title, light, done and text of its parts, in order; they are never counted
ALTER TABLE status ADD COLUMN IF NOT EXISTS subtasks VARCHAR;

-- step 6: several plans in one file

-- NULL: made while a database held one plan
ALTER TABLE meeting ADD COLUMN IF NOT EXISTS plan VARCHAR;

-- step 7: the lights of a line that do not count

-- JSON, as subtasks: the heading and light of each column of lights that does not count
ALTER TABLE status ADD COLUMN IF NOT EXISTS other_lights VARCHAR;

-- step 8: a meeting is kept as versions

-- [meeting x version] of direktionen or an udvalg: when, about which month's status, with whom, what its case says, and whether
-- it is locked; every change is a new version, the newest counts
CREATE TABLE IF NOT EXISTS meeting_version (
    meeting_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body VARCHAR NOT NULL,
    held_on DATE NOT NULL,
    month VARCHAR NOT NULL,
    scope VARCHAR NOT NULL,
    plan VARCHAR,
    participants VARCHAR[] NOT NULL,
    invited VARCHAR[] NOT NULL,       -- who is called in for the whole case
    case_number VARCHAR,              -- in the case system
    route VARCHAR,                    -- NULL, as the three texts below it: what terms.toml says for the body
    background VARCHAR,
    presentation VARCHAR,
    recommendation VARCHAR,
    locked BOOLEAN NOT NULL,          -- held: a version that is not, after one that is, undid the lock
    written_at TIMESTAMP NOT NULL,
    written_by VARCHAR NOT NULL
);

-- A meeting of a file from before meetings had versions: as it was planned, and as it was locked.
INSERT INTO meeting_version BY NAME
SELECT
    meeting_id, version, body, held_on, month, scope, plan, [] AS participants, [] AS invited,
    version = 2 AS locked,
    CASE WHEN version = 2 THEN closed_at ELSE created_at END AS written_at,
    CASE WHEN version = 2 THEN closed_by ELSE created_by END AS written_by
FROM meeting, (SELECT unnest([1, 2]) AS version)
WHERE meeting_id NOT IN (SELECT meeting_id FROM meeting_version) AND (version = 1 OR closed_at IS NOT NULL);

-- papers that belong to a point, each as typed: name, address or both
ALTER TABLE agenda_item ADD COLUMN IF NOT EXISTS documents VARCHAR[];

-- step 9: the half-year status

-- [what somebody said of a line in a half-year status] the list that it is placed in, or what is highlighted of it. A newer one of
-- the two takes its place; withdrawn_* is the only thing ever updated
CREATE TABLE IF NOT EXISTS half_year_word (
    word_id INTEGER NOT NULL,
    plan VARCHAR NOT NULL,
    month VARCHAR NOT NULL,
    indsats_id INTEGER NOT NULL,
    placed_in VARCHAR,                -- under_way, focus, treatment, outside; NULL: the text is what is highlighted
    text VARCHAR NOT NULL,            -- why it is placed there, or what is highlighted
    written_at TIMESTAMP NOT NULL,
    written_by VARCHAR NOT NULL,
    withdrawn_at TIMESTAMP,
    withdrawn_by VARCHAR
);

-- step 10: each part of a meeting has its own month

-- the month of the cross-cutting points, where it is not that of the own part beside them
ALTER TABLE meeting_version ADD COLUMN IF NOT EXISTS cross_month VARCHAR;
-- the newest plan that the meeting was told of and does not look at
ALTER TABLE meeting_version ADD COLUMN IF NOT EXISTS kept_plan VARCHAR;

-- step 11: closed lines

-- only some may see the line; FALSE of what was read before this was
ALTER TABLE status ADD COLUMN IF NOT EXISTS closed BOOLEAN DEFAULT 'false';

-- [what somebody said of who may see a line] the newest word counts, of this and of the workbooks
CREATE TABLE IF NOT EXISTS line_closing (
    closing_id INTEGER NOT NULL,
    indsats_id INTEGER NOT NULL,
    closed BOOLEAN NOT NULL,          -- FALSE: it is open again
    note VARCHAR NOT NULL,
    written_at TIMESTAMP NOT NULL,
    written_by VARCHAR NOT NULL
);
