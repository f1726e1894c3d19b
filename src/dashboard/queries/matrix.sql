-- $by: a field that can be filtered by. A line in two udvalg counts in both; '' gathers the lines that have none. The lines of each light
-- now, and in the comparison month (NULL without one); what only the earlier month had has a row, too.
, part AS (
    SELECT
        month = $month AS is_now,
        unnest({values_by}) AS value,
        shown_light
    FROM selected
),
shown AS (
    SELECT * FROM part WHERE $by <> 'udvalg' OR len($udvalg) = 0 OR list_contains($udvalg::VARCHAR[], value)
),
counted AS (
    SELECT
        shown.value,
        light.name AS light,
        light.rank,
        count(*) FILTER (WHERE shown.is_now AND shown.shown_light = light.name) AS n,
        count(*) FILTER (WHERE NOT shown.is_now AND shown.shown_light = light.name) AS n_before
    FROM shown
    CROSS JOIN light
    GROUP BY shown.value, light.name, light.rank
)
SELECT value, light, n, CASE WHEN $compare::VARCHAR IS NOT NULL THEN n_before END AS n_before
FROM counted
ORDER BY value = '', value COLLATE da, rank
