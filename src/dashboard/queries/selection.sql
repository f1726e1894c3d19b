-- Before every question about a selection. known: the scope's lines in every month up to the one that is shown; matching:
-- those of them that the filters let through, each month by what it said then; scoped, selected: the same in the two months that
-- are compared; now and before: selected, by month; change: what became of each selected line between the two.
WITH known AS NOT MATERIALIZED (
    SELECT * FROM scope_status WHERE plan = $plan AND scope = $scope AND month <= $month
),
matching AS NOT MATERIALIZED (
    SELECT *
    FROM known
    WHERE {let_through}
      AND (len($light) = 0 OR list_contains($light::VARCHAR[], shown_light))
      AND (cross_cutting OR NOT $cross_cutting)
      AND ($with_done OR NOT done)
      AND len(list_filter($words::VARCHAR[], word -> NOT contains(
          lower(concat_ws(' ', {searched})), word
      ))) = 0
),
scoped AS MATERIALIZED (SELECT * FROM known WHERE month IN ($month, $compare)),
selected AS MATERIALIZED (SELECT * FROM matching WHERE month IN ($month, $compare)),
now AS (SELECT * FROM selected WHERE month = $month),
before AS (SELECT * FROM selected WHERE month = $compare),
pair AS (
    SELECT
        coalesce(later.indsats_id, earlier.indsats_id) AS indsats_id,
        coalesce(earlier.shown_light, 'absent') AS light_before,
        coalesce(later.shown_light, 'absent') AS light_now
    FROM (SELECT * FROM scoped WHERE month = $month) AS later
    FULL JOIN (SELECT * FROM scoped WHERE month = $compare) AS earlier USING (indsats_id)
),
-- A line that the filters let through now is told, and one that is absent where they let it through before.
change AS (
    SELECT
        CASE WHEN $compare IS NOT NULL THEN change_kind.kind END AS kind,
        pair.light_before,
        pair.light_now,
        line.*
    FROM pair
    JOIN change_kind USING (light_before, light_now)
    JOIN selected AS line USING (indsats_id)
    WHERE line.month = CASE WHEN pair.light_now = 'absent' THEN $compare ELSE $month END
)
