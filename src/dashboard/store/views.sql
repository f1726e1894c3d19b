-- What the tables mean: every definition that questions rest on, each in one view. Grain in brackets, as in tables.sql.

-- Nothing here knows of time: a question as of an earlier moment is asked of the same views, over what the tables held then
-- (queries/known_at.sql).

-- The newest revision that stands, for each plan, month and scope. Everything below rests on this view.
CREATE OR REPLACE VIEW current_snapshot AS
SELECT *
FROM snapshot
WHERE withdrawn_at IS NULL
QUALIFY row_number() OVER (PARTITION BY plan, month, scope ORDER BY revision DESC) = 1;

-- [plan x scope] what can be shown by itself: each scope that a workbook came for, and the cross-cutting lines.
CREATE OR REPLACE VIEW offered_scope AS
SELECT plan, scope FROM snapshot WHERE withdrawn_at IS NULL
UNION
SELECT plan, 'tvaergaaende' FROM snapshot;

-- [indsats that was ever linked] the line it is. Here alone is said which ids are one line.
CREATE OR REPLACE VIEW indsats_identity AS
SELECT indsats_id, line_id
FROM indsats_line
QUALIFY row_number() OVER (PARTITION BY indsats_id ORDER BY event_id DESC) = 1;

-- [indsats that was ever linked] the line it is, found anew from the decisions that stand: what indsats_line must say.
CREATE OR REPLACE VIEW decided_identity AS
WITH RECURSIVE same AS (
    SELECT indsats_id, other_id FROM indsats_link WHERE kind = 'same' AND withdrawn_at IS NULL
),
walk AS (
    SELECT DISTINCT indsats_id, indsats_id AS line_id FROM indsats_link WHERE kind = 'same'
    UNION
    SELECT walk.indsats_id, same.other_id FROM walk JOIN same ON same.indsats_id = walk.line_id
)
SELECT indsats_id, line_id FROM walk WHERE line_id NOT IN (SELECT indsats_id FROM same);

-- [decision that keeps two lines apart] different or continues, under the ids of the lines.
CREATE OR REPLACE VIEW decided_pair AS
SELECT
    l.link_id,
    l.kind,
    coalesce(newer.line_id, l.indsats_id) AS indsats_id,
    coalesce(older.line_id, l.other_id) AS other_id
FROM indsats_link AS l
LEFT JOIN indsats_identity AS newer ON newer.indsats_id = l.indsats_id
LEFT JOIN indsats_identity AS older ON older.indsats_id = l.other_id
WHERE l.kind <> 'same' AND l.withdrawn_at IS NULL;

-- [line x line whose history stands before its own] parents, their parents, and so on.
CREATE OR REPLACE VIEW ancestor AS
WITH RECURSIVE parent AS (SELECT indsats_id, other_id AS ancestor_id FROM decided_pair WHERE kind = 'continues'),
walk AS (
    SELECT * FROM parent
    UNION
    SELECT walk.indsats_id, parent.ancestor_id FROM walk JOIN parent ON parent.indsats_id = walk.ancestor_id
)
SELECT * FROM walk;

-- [snapshot x line] and [snapshot x line x year]: status and amount under the id of the line. reported_id is their own.
CREATE OR REPLACE VIEW line_status AS
SELECT s.* REPLACE (coalesce(i.line_id, s.indsats_id) AS indsats_id), s.indsats_id AS reported_id
FROM status AS s
LEFT JOIN indsats_identity AS i ON i.indsats_id = s.indsats_id;

CREATE OR REPLACE VIEW line_amount AS
SELECT a.* REPLACE (coalesce(i.line_id, a.indsats_id) AS indsats_id)
FROM amount AS a
LEFT JOIN indsats_identity AS i ON i.indsats_id = a.indsats_id;

-- Every line of every current snapshot. shown_light is the light that counts: done beats the colour. schedule_said is the
-- schedule without what does not change it: case, spaces, dashes, "kvt." for "kvartal".
CREATE OR REPLACE VIEW current_status AS
SELECT
    s.*,
    c.plan,
    c.month,
    c.scope,
    CASE WHEN s.done THEN 'done' ELSE s.light END AS shown_light,
    regexp_replace(
        regexp_replace(regexp_replace(lower(s.schedule), '\b(kvt|kv)\b\.?', 'kvartal', 'g'), '[‐-―−]', '-', 'g'),
        '\s+|\.$', '', 'g'
    ) AS schedule_said
FROM line_status AS s
JOIN current_snapshot AS c USING (snapshot_id);

-- [who looks] somebody who sees everything; for others seen.sql stands before it.
CREATE OR REPLACE VIEW viewer AS SELECT FALSE AS is_limited, CAST([] AS VARCHAR[]) AS udvalg, TRUE AS closed;

-- [line x word on who may see it] what people said of it, and each workbook that stands and says that it is closed, also one
-- that was corrected since: what is left out of the correction opens nothing.
CREATE OR REPLACE VIEW closing_word AS
SELECT coalesce(i.line_id, c.indsats_id) AS indsats_id, c.closed, c.note, c.written_at, c.written_by
FROM line_closing AS c
LEFT JOIN indsats_identity AS i ON i.indsats_id = c.indsats_id
UNION ALL
SELECT s.indsats_id, TRUE, w.file_name, c.imported_at, c.imported_by
FROM line_status AS s
JOIN snapshot AS c USING (snapshot_id)
JOIN workbook AS w USING (workbook_id)
WHERE s.closed AND c.withdrawn_at IS NULL;

-- [line that only some may see] in every month: what is left out of a workbook does not open it, only somebody who says so.
CREATE OR REPLACE VIEW closed_line AS
SELECT indsats_id, max(written_at) AS written_at, arg_max(written_by, written_at) AS written_by, arg_max(note, written_at) AS note
FROM closing_word
GROUP BY indsats_id
HAVING arg_max(closed, written_at);

-- [snapshot x scope x indsats] the lines that a snapshot speaks for in its own scope and in the narrower ones inside it.
CREATE OR REPLACE VIEW scope_member AS
SELECT snapshot_id, plan, month, basis_scope, scope, indsats_id
FROM (
    SELECT
        snapshot_id,
        plan,
        month,
        scope AS basis_scope,
        indsats_id,
        unnest(list_concat(CASE WHEN cross_cutting THEN ['plan', 'tvaergaaende'] ELSE ['plan'] END, udvalg)) AS scope
    FROM current_status
) AS part
WHERE basis_scope IN ('plan', scope);

-- [plan x month x scope] the snapshot that says which lines a scope has: the scope's own, else the whole plan's.
CREATE OR REPLACE VIEW scope_basis AS
SELECT plan, month, scope, snapshot_id, basis_scope
FROM (SELECT DISTINCT plan, month, scope, snapshot_id, basis_scope FROM scope_member) AS candidate
QUALIFY row_number() OVER (PARTITION BY plan, month, scope ORDER BY basis_scope = scope DESC) = 1;

-- [plan x month x scope x indsats] the import that first said what the scope's workbook says of a line now (said_by). A revision
-- that repeats what the one before it says is no new word; neither is a fact that one of the two leaves out.
CREATE OR REPLACE VIEW line_word AS
WITH revision AS (
    SELECT snapshot_id, plan, month, scope, lag(snapshot_id) OVER of_scope AS corrected_id
    FROM snapshot
    WHERE withdrawn_at IS NULL
    WINDOW of_scope AS (PARTITION BY plan, month, scope ORDER BY revision)
    QUALIFY count(*) OVER (PARTITION BY plan, month, scope) > 1
),
told AS (
    SELECT r.*, line.* EXCLUDE (snapshot_id), list((year, amount) ORDER BY year) FILTER (year IS NOT NULL) AS amounts
    FROM revision AS r
    JOIN line_status AS line USING (snapshot_id)
    LEFT JOIN line_amount USING (snapshot_id, indsats_id)
    GROUP BY ALL
)
SELECT plan, month, scope, indsats_id, max(snapshot_id) AS said_by
FROM told AS now
ANTI JOIN told AS before
    ON before.snapshot_id = now.corrected_id
    AND before.indsats_id = now.indsats_id
    AND before.light = now.light
    AND before.done = now.done
    AND before.runs IS NOT DISTINCT FROM now.runs
    AND before.amounts = now.amounts IS NOT FALSE
    AND {repeated}
GROUP BY ALL;

-- [plan x month x indsats] what the newest word of the month says of a line, and whether another workbook disagrees.
CREATE OR REPLACE VIEW newest_status AS
SELECT
    * EXCLUDE (said_by),
    min(shown_light) OVER line <> max(shown_light) OVER line AS disagrees
FROM current_status
LEFT JOIN line_word USING (plan, month, scope, indsats_id)
WINDOW line AS (PARTITION BY plan, month, indsats_id)
QUALIFY coalesce(said_by, snapshot_id) = max(coalesce(said_by, snapshot_id)) OVER line;

-- [workbook that tells a line x workbook that says which lines there are x line x year] the amounts that count: those of
-- the first, or those of the other where the first gives the line none. Asked with the two of a row of scope_status.
CREATE OR REPLACE VIEW amount_told AS
WITH pair AS (
    SELECT told.snapshot_id, basis.snapshot_id AS basis_snapshot_id
    FROM current_snapshot AS told
    JOIN current_snapshot AS basis USING (plan, month)
)
SELECT pair.snapshot_id, pair.basis_snapshot_id, own.indsats_id, own.year, own.amount
FROM pair
JOIN line_amount AS own ON own.snapshot_id = pair.snapshot_id
UNION ALL
SELECT pair.snapshot_id, pair.basis_snapshot_id, other.indsats_id, other.year, other.amount
FROM pair
JOIN line_amount AS other ON other.snapshot_id = pair.basis_snapshot_id
WHERE NOT EXISTS (
    FROM line_amount AS own WHERE own.snapshot_id = pair.snapshot_id AND own.indsats_id = other.indsats_id
);

-- [plan x scope x month x indsats] the lines that a scope was known to have; of the whole plan, those that any workbook told.
CREATE OR REPLACE VIEW known_line AS
SELECT plan, scope, month, indsats_id FROM scope_member
UNION
SELECT plan, 'plan', month, indsats_id FROM current_status;

-- [light before x light now] what it is called when a line goes from one to the other; 'absent' where the workbook that
-- should hold the line does not, 'unknown' before the first that does. This is the only definition of a change.
CREATE OR REPLACE VIEW change_kind AS
WITH state AS (SELECT name, rank FROM light UNION ALL SELECT 'absent', NULL)
SELECT
    before.name AS light_before,
    now.name AS light_now,
    CASE
        WHEN before.name = 'unknown' THEN 'new'
        WHEN before.name = 'absent' THEN 'returned'
        WHEN now.name = 'absent' THEN CASE before.name WHEN 'done' THEN 'left_when_done' ELSE 'gone' END
        WHEN now.name = before.name THEN 'unchanged'
        WHEN now.name = 'done' THEN 'done'
        WHEN before.name = 'done' THEN 'reopened'
        WHEN now.name = 'not_reported' THEN 'not_reported'
        WHEN before.name = 'not_reported' THEN 'reported_again'
        WHEN now.rank < before.rank THEN 'worsened'
        ELSE 'improved'
    END AS kind
FROM (FROM state UNION ALL SELECT 'unknown', NULL) AS before
CROSS JOIN state AS now
WHERE before.rank IS NOT NULL OR now.rank IS NOT NULL;
