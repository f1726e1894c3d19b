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

-- [plan x scope x month] the months that a scope was delivered for, numbered from its first. Months between two of them are gaps.
CREATE OR REPLACE VIEW defined_scope_month AS
SELECT plan, scope, month, row_number() OVER (PARTITION BY plan, scope ORDER BY month) AS number
FROM scope_basis;

-- [plan x scope x indsats x delivered month since it was first told] its state: the light that counts, or 'absent' where the
-- workbook that should hold the line does not.
CREATE OR REPLACE VIEW defined_state AS
WITH told AS (SELECT plan, scope, month, indsats_id, shown_light FROM defined_status),
known AS (
    SELECT plan, scope, indsats_id, min(month) AS first_month FROM told GROUP BY plan, scope, indsats_id
)
SELECT
    known.plan,
    known.scope,
    known.indsats_id,
    delivered.month,
    delivered.number,
    coalesce(told.shown_light, 'absent') AS state
FROM known
JOIN defined_scope_month AS delivered
    ON delivered.plan = known.plan AND delivered.scope = known.scope AND delivered.month >= known.first_month
LEFT JOIN told
    ON told.plan = known.plan AND told.scope = known.scope AND told.indsats_id = known.indsats_id AND told.month = delivered.month;

-- [plan x scope x indsats x delivered month] the step that led to the state, as change_kind calls it (NULL in the scope's first
-- month, and for a line that stays away), and the spell that the state is in: since which month, and how many
-- delivered months in a row. A month that the scope was not delivered for neither counts nor breaks a spell.
CREATE OR REPLACE VIEW defined_step AS
WITH step AS (
    SELECT
        *,
        lag(state) OVER (PARTITION BY plan, scope, indsats_id ORDER BY month) AS state_before,
        lag(month) OVER (PARTITION BY plan, scope, indsats_id ORDER BY month) AS month_before
    FROM defined_state
),
numbered AS (
    SELECT
        *,
        count(*) FILTER (WHERE state IS DISTINCT FROM state_before)
            OVER (PARTITION BY plan, scope, indsats_id ORDER BY month) AS spell
    FROM step
),
counted AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY plan, scope, indsats_id, spell ORDER BY month) AS in_row,
        min(month) OVER (PARTITION BY plan, scope, indsats_id, spell) AS since
    FROM numbered
)
SELECT
    counted.plan,
    counted.scope,
    counted.indsats_id,
    counted.month,
    counted.number,
    counted.state,
    counted.state_before,
    counted.month_before,
    CASE WHEN counted.number > 1 THEN change_kind.kind END AS kind,
    counted.in_row,
    counted.since,
    lag(counted.in_row) OVER (PARTITION BY counted.plan, counted.scope, counted.indsats_id ORDER BY counted.month) AS in_row_before
FROM counted
LEFT JOIN change_kind
    ON change_kind.light_before = coalesce(counted.state_before, 'absent') AND change_kind.light_now = counted.state;

-- [plan x scope x indsats x delivered month since it was first told] a row of line_month.
CREATE OR REPLACE VIEW defined_month AS
SELECT step.*, told.* EXCLUDE (plan, scope, indsats_id, month)
FROM defined_step AS step
LEFT JOIN defined_status AS told
    ON told.plan = step.plan AND told.scope = step.scope AND told.indsats_id = step.indsats_id AND told.month = step.month;
