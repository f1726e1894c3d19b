-- What the tables held at a moment, for one transaction, in temporary tables of the same names: every view sees these.
CREATE TEMP TABLE snapshot AS
SELECT * REPLACE (NULL::TIMESTAMP AS withdrawn_at, NULL::VARCHAR AS withdrawn_by)
FROM snapshot
WHERE snapshot_id IN (
    SELECT snapshot_id
    FROM event
    WHERE what IN ('import', 'withdraw', 'restore') AND happened_at <= $moment
    GROUP BY snapshot_id
    HAVING arg_max(what, event_id) <> 'withdraw'
);

CREATE TEMP TABLE indsats_line AS
FROM indsats_line WHERE event_id <= (SELECT coalesce(max(event_id), 0) FROM event WHERE happened_at <= $moment);

CREATE TEMP TABLE indsats_link AS
SELECT * REPLACE (CASE WHEN withdrawn_at <= $moment THEN withdrawn_at END AS withdrawn_at)
FROM indsats_link WHERE decided_at <= $moment;

CREATE TEMP TABLE settled_signal AS
SELECT * REPLACE (CASE WHEN withdrawn_at <= $moment THEN withdrawn_at END AS withdrawn_at)
FROM settled_signal WHERE settled_at <= $moment;

CREATE TEMP TABLE half_year_word AS
SELECT * REPLACE (CASE WHEN withdrawn_at <= $moment THEN withdrawn_at END AS withdrawn_at)
FROM half_year_word WHERE written_at <= $moment;

CREATE TEMP TABLE meeting AS
SELECT * REPLACE (CASE WHEN withdrawn_at <= $moment THEN withdrawn_at END AS withdrawn_at)
FROM meeting WHERE created_at <= $moment;

CREATE TEMP TABLE meeting_version AS FROM meeting_version WHERE written_at <= $moment;

CREATE TEMP TABLE agenda_item AS FROM agenda_item WHERE written_at <= $moment;

CREATE TEMP TABLE decision AS FROM decision WHERE written_at <= $moment;

CREATE TEMP TABLE line_month AS FROM defined_month;
