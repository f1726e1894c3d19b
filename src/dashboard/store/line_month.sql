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

-- [plan x scope x indsats x delivered month since it was first told] a row of line_month. Months between two delivered ones are gaps:
-- a month that the scope was not delivered for neither counts nor breaks a spell.
CREATE OR REPLACE VIEW defined_month AS
WITH told AS MATERIALIZED (FROM defined_status),
delivered AS (
    SELECT plan, scope, month, row_number() OVER (PARTITION BY plan, scope ORDER BY month) AS number
    FROM scope_basis
),
known AS (
    SELECT plan, scope, indsats_id, min(month) AS first_month FROM told GROUP BY plan, scope, indsats_id
),
-- The light that counts, or 'absent' where the workbook that should hold the line does not.
stated AS (
    SELECT plan, scope, indsats_id, month, delivered.number, coalesce(told.shown_light, 'absent') AS state
    FROM known
    JOIN delivered USING (plan, scope)
    LEFT JOIN told USING (plan, scope, indsats_id, month)
    WHERE month >= known.first_month
),
step AS (
    SELECT *, lag(state) OVER life AS state_before, lag(month) OVER life AS month_before
    FROM stated
    WINDOW life AS (PARTITION BY plan, scope, indsats_id ORDER BY month)
),
numbered AS (
    SELECT
        *,
        count(*) FILTER (WHERE state IS DISTINCT FROM state_before)
            OVER (PARTITION BY plan, scope, indsats_id ORDER BY month) AS spell
    FROM step
),
-- The spell that the state is in: since which month, and how many delivered months in a row.
counted AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY plan, scope, indsats_id, spell ORDER BY month) AS in_row,
        min(month) OVER (PARTITION BY plan, scope, indsats_id, spell) AS since
    FROM numbered
)
-- kind is what change_kind calls the step: NULL in the scope's first month, and for a line that stays away.
SELECT
    counted.* EXCLUDE (spell),
    CASE WHEN counted.number > 1 THEN change_kind.kind END AS kind,
    lag(counted.in_row) OVER (PARTITION BY counted.plan, counted.scope, counted.indsats_id ORDER BY counted.month) AS in_row_before,
    told.* EXCLUDE (plan, scope, indsats_id, month)
FROM counted
LEFT JOIN change_kind
    ON change_kind.light_before = coalesce(counted.state_before, 'unknown') AND change_kind.light_now = counted.state
LEFT JOIN told
    ON told.plan = counted.plan
    AND told.scope = counted.scope
    AND told.indsats_id = counted.indsats_id
    AND told.month = counted.month;
