-- What happened to a line over time. Every definition of a state, a step and a spell is here, and looks backwards only:
-- a row says the same whether or not later months are known.

-- [scope x month] the months that a scope was delivered for, numbered from its first. Months between two of them are gaps.
CREATE OR REPLACE VIEW scope_month AS
SELECT scope, month, row_number() OVER (PARTITION BY scope ORDER BY month) AS number
FROM scope_basis;

-- [scope x indsats x delivered month since it was first told] its state: the light that counts, or 'absent' where the
-- workbook that should hold the line does not.
CREATE OR REPLACE VIEW line_state AS
WITH told AS (SELECT scope, month, indsats_id, shown_light FROM scope_status),
known AS (SELECT scope, indsats_id, min(month) AS first_month FROM told GROUP BY scope, indsats_id)
SELECT known.scope, known.indsats_id, scope_month.month, scope_month.number, coalesce(told.shown_light, 'absent') AS state
FROM known
JOIN scope_month ON scope_month.scope = known.scope AND scope_month.month >= known.first_month
LEFT JOIN told
    ON told.scope = known.scope AND told.indsats_id = known.indsats_id AND told.month = scope_month.month;

-- [scope x indsats x delivered month] the step that led to the state, as change_kind calls it (NULL in the scope's first
-- month, and for a line that stays away), and the spell that the state is in: since which month and the how manieth
-- delivered month in a row. A month that the scope was not delivered for neither counts nor breaks a spell.
CREATE OR REPLACE VIEW line_step AS
WITH step AS (
    SELECT
        *,
        lag(state) OVER (PARTITION BY scope, indsats_id ORDER BY month) AS state_before,
        lag(month) OVER (PARTITION BY scope, indsats_id ORDER BY month) AS month_before
    FROM line_state
),
numbered AS (
    SELECT
        *,
        count(*) FILTER (WHERE state IS DISTINCT FROM state_before)
            OVER (PARTITION BY scope, indsats_id ORDER BY month) AS spell
    FROM step
),
counted AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY scope, indsats_id, spell ORDER BY month) AS in_row,
        min(month) OVER (PARTITION BY scope, indsats_id, spell) AS since
    FROM numbered
)
SELECT
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
    lag(counted.in_row) OVER (PARTITION BY counted.scope, counted.indsats_id ORDER BY counted.month) AS in_row_before
FROM counted
LEFT JOIN change_kind
    ON change_kind.light_before = coalesce(counted.state_before, 'absent') AND change_kind.light_now = counted.state;

-- [signal that stands as settled] under the id of the line; the newest word on it.
CREATE OR REPLACE VIEW settled_line AS
SELECT s.* REPLACE (coalesce(i.line_id, s.indsats_id) AS indsats_id)
FROM settled_signal AS s
LEFT JOIN indsats_identity AS i ON i.indsats_id = s.indsats_id
WHERE s.settled_at <= (SELECT moment FROM known_moment)
  AND (s.withdrawn_at IS NULL OR s.withdrawn_at > (SELECT moment FROM known_moment))
QUALIFY row_number() OVER (
    PARTITION BY s.rule, coalesce(i.line_id, s.indsats_id), s.basis ORDER BY s.settled_id DESC
) = 1;

-- [scope x indsats x month] a line's life as its card tells it. own: a month that the scope was delivered for, where an
-- absent line is gone; the others are told by a workbook of another scope.
CREATE OR REPLACE VIEW line_life AS
WITH own AS (
    SELECT *, true AS own, shown_light AS state FROM scope_status
),
elsewhere AS (
    SELECT told.* EXCLUDE (scope), known.scope, false AS own, told.shown_light AS state, told.snapshot_id AS basis_snapshot_id
    FROM newest_status AS told
    JOIN (SELECT DISTINCT scope, indsats_id FROM scope_status) AS known ON known.indsats_id = told.indsats_id
    WHERE NOT EXISTS (FROM scope_month WHERE scope_month.scope = known.scope AND scope_month.month = told.month)
),
told AS (
    SELECT * FROM own
    UNION ALL BY NAME
    SELECT * FROM elsewhere
    UNION ALL BY NAME
    SELECT scope, indsats_id, month, true AS own, state FROM line_state WHERE state = 'absent'
)
SELECT
    scope, indsats_id, month, own, state, {fields}, disagrees, snapshot_id, basis_snapshot_id, sheet, cell, runs, cells,
    schedule_said
FROM told;

-- [scope x indsats x month x year] its amounts: those of the workbook that tells the line, or else of the scope's own.
CREATE OR REPLACE VIEW life_amount AS
SELECT life.scope, life.indsats_id, life.month, told.year, told.amount
FROM line_life AS life
JOIN amount_told AS told USING (snapshot_id, basis_snapshot_id, indsats_id);

-- [scope x indsats x month] the months in which a line's schedule is another than the one last told of it. A month without
-- a schedule says nothing of it.
CREATE OR REPLACE VIEW moved_schedule AS
WITH step AS (
    SELECT
        *,
        lag(schedule_said) OVER line AS said_before,
        lag(schedule) OVER line AS schedule_before,
        lag(month) OVER line AS month_before
    FROM scope_status
    WHERE schedule_said <> ''
    WINDOW line AS (PARTITION BY scope, indsats_id ORDER BY month)
)
SELECT scope, indsats_id, month, schedule, schedule_before, month_before
FROM step
WHERE schedule_said <> said_before;
