-- $by: NULL for all of them, else a field that can be filtered by. A line in two udvalg counts in both.
, part AS (
    SELECT
        month,
        unnest({values_by}) AS value,
        shown_light
    FROM matching
),
shown AS (
    SELECT * FROM part
    WHERE coalesce($by, '') <> 'udvalg' OR len($udvalg) = 0 OR list_contains($udvalg::VARCHAR[], value)
)
SELECT
    part.value,
    scope_month.month,
    count(shown.value) FILTER (WHERE shown_light = 'red') AS red,
    count(shown.value) FILTER (WHERE shown_light = 'yellow') AS yellow,
    count(shown.value) FILTER (WHERE shown_light = 'green') AS green,
    count(shown.value) FILTER (WHERE shown_light = 'not_reported') AS not_reported,
    count(shown.value) FILTER (WHERE shown_light = 'done') AS done,
    count(shown.value) AS total
FROM scope_month
CROSS JOIN (SELECT DISTINCT value FROM shown) AS part
LEFT JOIN shown ON shown.month = scope_month.month AND shown.value = part.value
WHERE scope_month.plan = $plan AND scope_month.scope = $scope AND scope_month.month <= $month
GROUP BY part.value, scope_month.month
ORDER BY part.value = '', part.value COLLATE da, scope_month.month
