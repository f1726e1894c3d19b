-- What happened to a line over time, from the table line_month: a row says the same whether or not later months are known.

-- [plan x scope x month x indsats] the plan as known for a month: the one view that questions about what lines say are asked of.
CREATE OR REPLACE VIEW scope_status AS
SELECT * EXCLUDE (number, state, state_before, month_before, kind, in_row, since, in_row_before, schedule_before, text_key, text_in_row)
FROM line_month
WHERE state <> 'absent';

-- [plan x scope x month x indsats] the state of a line, also where it is absent, the step that led there and its spell.
CREATE OR REPLACE VIEW line_step AS
SELECT
    plan, scope, indsats_id, month, number, state, state_before, month_before, kind, in_row, since, in_row_before, text_key, text_in_row
FROM line_month;

-- [plan x scope x month] the months that a scope was delivered for, numbered from its first. Months between two of them are gaps.
CREATE OR REPLACE VIEW scope_month AS SELECT DISTINCT plan, scope, month, number FROM line_month;

-- [signal that stands as settled] under the id of the line; the newest word on it.
CREATE OR REPLACE VIEW settled_line AS
SELECT s.* REPLACE (coalesce(i.line_id, s.indsats_id) AS indsats_id)
FROM settled_signal AS s
LEFT JOIN indsats_identity AS i ON i.indsats_id = s.indsats_id
WHERE s.withdrawn_at IS NULL
QUALIFY row_number() OVER (
    PARTITION BY s.rule, coalesce(i.line_id, s.indsats_id), s.basis ORDER BY s.settled_id DESC
) = 1;

-- [word on a line of a half-year status that stands] under the id of the line. Two lines that became one may have two
-- of a kind: the newest counts.
CREATE OR REPLACE VIEW standing_half_year_word AS
SELECT w.* REPLACE (coalesce(i.line_id, w.indsats_id) AS indsats_id)
FROM half_year_word AS w
LEFT JOIN indsats_identity AS i ON i.indsats_id = w.indsats_id
WHERE w.withdrawn_at IS NULL;

-- [plan x scope x indsats x month] a line's life as its card tells it. own: a month that the scope was delivered for, where an
-- absent line is gone; the others are told by a workbook of another scope.
CREATE OR REPLACE VIEW line_life AS
WITH own AS (
    SELECT *, true AS own, shown_light AS state FROM scope_status
),
elsewhere AS (
    SELECT told.* EXCLUDE (scope), known.scope, false AS own, told.shown_light AS state, told.snapshot_id AS basis_snapshot_id
    FROM newest_status AS told
    JOIN (SELECT DISTINCT plan, scope, indsats_id FROM scope_status) AS known
        ON known.plan = told.plan AND known.indsats_id = told.indsats_id
    WHERE NOT EXISTS (
        FROM scope_month AS its
        WHERE its.plan = known.plan AND its.scope = known.scope AND its.month = told.month
    )
),
told AS (
    SELECT * FROM own
    UNION ALL BY NAME
    SELECT * FROM elsewhere
    UNION ALL BY NAME
    SELECT plan, scope, indsats_id, month, true AS own, state FROM line_month WHERE state = 'absent'
)
SELECT
    plan, scope, indsats_id, month, own, state, {fields}, disagrees, snapshot_id, basis_snapshot_id, sheet, cell, runs, cells,
    schedule_said
FROM told;

-- [plan x scope x indsats x month x year] its amounts: those of the workbook that tells the line, or else of the scope's own.
CREATE OR REPLACE VIEW life_amount AS
SELECT life.plan, life.scope, life.indsats_id, life.month, told.year, told.amount
FROM line_life AS life
JOIN amount_told AS told USING (snapshot_id, basis_snapshot_id, indsats_id);

-- [plan x scope x indsats x month] the months in which a line's schedule is another than the one last told of it.
CREATE OR REPLACE VIEW moved_schedule AS
SELECT plan, scope, indsats_id, month, schedule, schedule_before FROM line_month WHERE schedule_before IS NOT NULL;
