-- What is known of each line in each month that its scope was delivered for: what it says, its state, the step that led there
-- and its spell. The definitions; what they give is kept in the table line_month, which store/line_months.py alone writes.

-- [plan x scope x month x indsats] the plan as known for a month.
-- Light and texts are the newest word's; a fact that it leaves out is taken from the scope's own workbook of that month.
CREATE OR REPLACE VIEW defined_status AS
SELECT
    b.plan,
    b.scope,
    b.month,
    n.indsats_id,
    {newest_or_own},
    coalesce(n.schedule_said, o.schedule_said) AS schedule_said,
    n.light,
    n.done,
    n.shown_light,
    n.disagrees,
    n.snapshot_id,
    n.sheet,
    n.cell,
    n.light_source,
    n.runs,
    n.cells,
    n.title_cell,
    b.snapshot_id AS basis_snapshot_id
FROM scope_basis AS b
JOIN scope_member AS m ON m.snapshot_id = b.snapshot_id AND m.scope = b.scope
JOIN current_status AS o ON o.snapshot_id = b.snapshot_id AND o.indsats_id = m.indsats_id
JOIN newest_status AS n ON n.plan = b.plan AND n.month = b.month AND n.indsats_id = m.indsats_id;

-- What the definition below needs of the table that it fills; made anew with all its columns by store/line_months.py.
CREATE TABLE IF NOT EXISTS line_month (
    plan VARCHAR, scope VARCHAR, indsats_id INTEGER, month VARCHAR, number BIGINT, state VARCHAR, in_row BIGINT, since VARCHAR,
    schedule VARCHAR, schedule_said VARCHAR
);
ALTER TABLE line_month ADD COLUMN IF NOT EXISTS text_key VARCHAR;
ALTER TABLE line_month ADD COLUMN IF NOT EXISTS text_in_row BIGINT;

CREATE OR REPLACE MACRO is_asked_for(plan, scope, of_plan, of_scopes) AS
    of_plan IS NULL OR (plan = of_plan AND list_contains(of_scopes, scope));

-- [plan x scope x indsats x delivered month since it was first told] the rows of line_month of a month and those after it, of some
-- scopes of a plan or (of_plan NULL) of all: what is told of a line in one scope rests on nothing of another. Months between two
-- delivered ones are gaps: a month that the scope was not delivered for neither counts nor breaks a spell. What was before is told
-- by the last delivered month before it, where each line that was known has a row.
CREATE OR REPLACE MACRO months_from(first_month, of_plan, of_scopes) AS TABLE
WITH told AS MATERIALIZED (
    FROM defined_status WHERE month >= first_month AND is_asked_for(plan, scope, of_plan, of_scopes)
),
before AS (
    SELECT plan, scope, indsats_id, month, number, state, in_row, since, text_key, text_in_row
    FROM line_month
    JOIN (SELECT plan, scope, max(number) AS number FROM line_month WHERE month < first_month GROUP BY plan, scope) AS last
        USING (plan, scope, number)
    WHERE month < first_month AND is_asked_for(plan, scope, of_plan, of_scopes)
),
delivered AS (
    SELECT b.plan, b.scope, b.month, coalesce(last.number, 0) + row_number() OVER of_scope AS number
    FROM scope_basis AS b
    LEFT JOIN (SELECT DISTINCT plan, scope, number FROM before) AS last USING (plan, scope)
    WHERE b.month >= first_month AND is_asked_for(b.plan, b.scope, of_plan, of_scopes)
    WINDOW of_scope AS (PARTITION BY b.plan, b.scope ORDER BY b.month)
),
known AS (
    SELECT plan, scope, indsats_id, min(month) AS first_known
    FROM (SELECT plan, scope, indsats_id, month FROM told UNION ALL SELECT plan, scope, indsats_id, month FROM before)
    GROUP BY plan, scope, indsats_id
),
-- The light that counts, or 'absent' where the workbook that should hold the line does not, and says nothing.
stated AS (
    SELECT
        plan, scope, indsats_id, month, delivered.number, coalesce(told.shown_light, 'absent') AS state, 1 AS counts, month AS since,
        CASE WHEN told.shown_light IS NOT NULL THEN md5(coalesce(told.status_text, '')) END AS text_key,
        (told.shown_light IS NOT NULL)::BIGINT AS texts
    FROM known
    JOIN delivered USING (plan, scope)
    LEFT JOIN told USING (plan, scope, indsats_id, month)
    WHERE month >= known.first_known
    UNION ALL BY NAME
    SELECT * EXCLUDE (in_row, text_in_row), in_row AS counts, text_in_row AS texts FROM before
),
step AS (
    SELECT
        *,
        lag(state) OVER life AS state_before,
        lag(month) OVER life AS month_before,
        lag(text_key IGNORE NULLS) OVER life AS text_before,
        sum(texts) OVER life AS told_times
    FROM stated
    WINDOW life AS (PARTITION BY plan, scope, indsats_id ORDER BY month)
),
-- Where the spell of each row begins that begins one: of its state, and of its text. What was before begins as many months earlier
-- as it had lasted.
begun AS (
    SELECT
        * EXCLUDE (since),
        CASE WHEN state IS DISTINCT FROM state_before THEN number - counts END AS before_spell,
        CASE WHEN state IS DISTINCT FROM state_before THEN since END AS since,
        CASE WHEN text_key IS DISTINCT FROM text_before AND text_key IS NOT NULL THEN told_times - texts END AS before_text
    FROM step
),
-- The spell that the state is in: since which month, and how many delivered months in a row; the same of the text, which a month
-- that says nothing of the line neither counts in nor breaks. A line has a row for every delivered month since its first.
stepped AS (
    SELECT
        * EXCLUDE (counts, texts, told_times, before_spell, since, before_text, text_key, text_before),
        (number - max(before_spell) OVER life)::BIGINT AS in_row,
        max(since) OVER life AS since,
        (number - 1 - max(before_spell) OVER earlier)::BIGINT AS in_row_before,
        coalesce(text_key, text_before) AS text_key,
        (told_times - max(before_text) OVER life)::BIGINT AS text_in_row
    FROM begun
    WINDOW
        life AS (PARTITION BY plan, scope, indsats_id ORDER BY month),
        earlier AS (PARTITION BY plan, scope, indsats_id ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
-- schedule_before is the schedule last told of a line, where that is another one. A month without a schedule says nothing of it.
said AS (
    SELECT plan, scope, indsats_id, month, schedule, schedule_said FROM told WHERE schedule_said <> ''
    UNION ALL
    SELECT plan, scope, indsats_id, month, schedule, schedule_said
    FROM line_month
    JOIN (
        SELECT plan, scope, indsats_id, max(month) AS month
        FROM line_month
        WHERE month < first_month AND schedule_said <> '' AND is_asked_for(plan, scope, of_plan, of_scopes)
        GROUP BY plan, scope, indsats_id
    ) AS last USING (plan, scope, indsats_id, month)
),
moved AS (
    SELECT plan, scope, indsats_id, month, lag(schedule) OVER line AS schedule_before
    FROM said
    WINDOW line AS (PARTITION BY plan, scope, indsats_id ORDER BY month)
    QUALIFY schedule_said <> lag(schedule_said) OVER line
)
-- kind is what change_kind calls the step: NULL in the scope's first month, and for a line that stays away.
SELECT
    stepped.* EXCLUDE (in_row_before),
    CASE WHEN stepped.number > 1 THEN change_kind.kind END AS kind,
    stepped.in_row_before,
    moved.schedule_before,
    told.* EXCLUDE (plan, scope, indsats_id, month)
FROM stepped
LEFT JOIN change_kind
    ON change_kind.light_before = coalesce(stepped.state_before, 'unknown') AND change_kind.light_now = stepped.state
LEFT JOIN told
    ON told.plan = stepped.plan
    AND told.scope = stepped.scope
    AND told.indsats_id = stepped.indsats_id
    AND told.month = stepped.month
LEFT JOIN moved
    ON moved.plan = stepped.plan
    AND moved.scope = stepped.scope
    AND moved.indsats_id = stepped.indsats_id
    AND moved.month = stepped.month
WHERE stepped.month >= first_month;

-- [plan x scope x indsats x delivered month since it was first told] all rows of line_month, as they must be.
CREATE OR REPLACE VIEW defined_month AS FROM months_from('', NULL, []);
