-- Before every question about a selection. known: the scope's lines in every month up to the one that is shown; matching:
-- those of them that the filters let through, each month by what it said then; scoped, selected: the same in the two months that
-- are compared; now and before: selected, by month; change: what became of each line that was selected in one of the two.
WITH known AS NOT MATERIALIZED (
    SELECT * FROM scope_status WHERE plan = $plan AND scope = $scope AND month <= $month
),
-- is_meant: the filters let it through, but for those on its light, which is_lit is of. Only what is filtered by is asked for
-- (queries/selection.py), so that nothing else is read of hundreds of months.
judged AS NOT MATERIALIZED (
    SELECT
        *,
        {is_meant} AS is_meant,
        {is_lit} AS is_lit
    FROM known
),
matching AS NOT MATERIALIZED (SELECT * EXCLUDE (is_meant, is_lit) FROM judged WHERE is_meant AND is_lit),
scoped AS MATERIALIZED (SELECT * FROM judged WHERE month IN ($month, $compare)),
selected AS MATERIALIZED (SELECT * FROM matching WHERE month IN ($month, $compare)),
now AS NOT MATERIALIZED (SELECT * FROM selected WHERE month = $month),
before AS NOT MATERIALIZED (SELECT * FROM selected WHERE month = $compare),
pair AS (
    SELECT
        coalesce(later.indsats_id, earlier.indsats_id) AS indsats_id,
        coalesce(earlier.shown_light, away.state, 'unknown') AS light_before,
        coalesce(later.shown_light, 'absent') AS light_now,
        coalesce(later.is_meant AND later.is_lit, false) AS is_selected,
        later.is_meant AND NOT earlier.is_meant AS moved_in,
        earlier.is_meant AND NOT later.is_meant AS moved_out
    FROM (SELECT * FROM scoped WHERE month = $month) AS later
    FULL JOIN (SELECT * FROM scoped WHERE month = $compare) AS earlier USING (indsats_id)
    LEFT JOIN line_step AS away
        ON away.plan = $plan AND away.scope = $scope AND away.month = $compare AND away.indsats_id = later.indsats_id
    WHERE later.is_meant AND later.is_lit OR earlier.is_meant AND earlier.is_lit
),
-- By what it says now, or said before where it is absent. A line that the filters let through in one of the months alone, for what
-- it says, came in or went out; one that came in is told as worsened, improved and so on where its light changed.
change AS (
    SELECT
        CASE
            WHEN $compare IS NULL THEN NULL
            WHEN pair.moved_out THEN 'moved_out'
            WHEN pair.moved_in AND change_kind.kind = 'unchanged' THEN 'moved_in'
            ELSE change_kind.kind
        END AS kind,
        CASE pair.light_before WHEN 'unknown' THEN 'absent' ELSE pair.light_before END AS light_before,
        pair.light_now,
        pair.is_selected,
        coalesce(pair.moved_in, false) AS moved_in,
        line.* EXCLUDE (is_meant, is_lit)
    FROM pair
    JOIN change_kind USING (light_before, light_now)
    JOIN scoped AS line USING (indsats_id)
    WHERE line.month = CASE WHEN pair.light_now = 'absent' THEN $compare ELSE $month END
),
-- The month in which each line last got worse since the comparison, with what it said then.
fell AS NOT MATERIALIZED (
    SELECT
        indsats_id,
        max(month) AS month,
        arg_max({'text': status_text, 'reason': red_reason, 'runs': runs}, month) AS said
    FROM line_month
    WHERE plan = $plan AND scope = $scope AND month > $compare AND month <= $month AND kind = 'worsened'
    GROUP BY indsats_id
)
