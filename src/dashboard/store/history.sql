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

-- [decision] as it stands: its newest version, under the id of the line, with the meeting it was made at.
CREATE OR REPLACE VIEW current_decision AS
SELECT
    newest.* REPLACE (coalesce(i.line_id, newest.indsats_id) AS indsats_id),
    meeting.body,
    meeting.held_on,
    meeting.month,
    meeting.closed_at
FROM (SELECT * FROM decision QUALIFY row_number() OVER (PARTITION BY decision_id ORDER BY version DESC) = 1) AS newest
JOIN meeting USING (meeting_id)
LEFT JOIN indsats_identity AS i ON i.indsats_id = newest.indsats_id
WHERE NOT newest.withdrawn;

-- [signal that stands as settled] under the id of the line; the newest word on it.
CREATE OR REPLACE VIEW settled_line AS
SELECT s.* REPLACE (coalesce(i.line_id, s.indsats_id) AS indsats_id)
FROM settled_signal AS s
LEFT JOIN indsats_identity AS i ON i.indsats_id = s.indsats_id
WHERE s.withdrawn_at IS NULL
QUALIFY row_number() OVER (
    PARTITION BY s.rule, coalesce(i.line_id, s.indsats_id), s.basis ORDER BY s.settled_id DESC
) = 1;

-- [scope x indsats x month] the months in which a line's schedule is another than the one last told of it. Case, spaces,
-- dashes and "kvt." for "kvartal" are no difference, and a month without a schedule says nothing of it.
CREATE OR REPLACE VIEW moved_schedule AS
WITH told AS (
    SELECT
        scope,
        indsats_id,
        month,
        schedule,
        regexp_replace(
            regexp_replace(regexp_replace(lower(schedule), '\b(kvt|kv)\b\.?', 'kvartal', 'g'), '[‐-―−]', '-', 'g'),
            '\s+|\.$', '', 'g'
        ) AS said
    FROM scope_status
    WHERE trim(schedule) <> ''
),
step AS (
    SELECT
        *,
        lag(said) OVER line AS said_before,
        lag(schedule) OVER line AS schedule_before,
        lag(month) OVER line AS month_before
    FROM told
    WINDOW line AS (PARTITION BY scope, indsats_id ORDER BY month)
)
SELECT scope, indsats_id, month, schedule, schedule_before, month_before
FROM step
WHERE said <> said_before;
