-- $by: NULL for all of them, else a field that can be filtered by. A line in two udvalg counts in both.
, part AS (
    SELECT
        month,
        unnest({values_by}) AS value,
        shown_light
    FROM matching
),
counted AS (
    SELECT
        value,
        month,
        {lights_counted},
        count(*) AS total
    FROM part
    WHERE coalesce($by, '') <> 'udvalg' OR len($udvalg) = 0 OR list_contains($udvalg::VARCHAR[], value)
    GROUP BY value, month
)
SELECT
    shown.value,
    delivered.month,
    coalesce(red, 0) AS red,
    coalesce(yellow, 0) AS yellow,
    coalesce(green, 0) AS green,
    coalesce(not_reported, 0) AS not_reported,
    coalesce(done, 0) AS done,
    coalesce(total, 0) AS total
FROM (SELECT DISTINCT month FROM line_month WHERE plan = $plan AND scope = $scope AND month <= $month) AS delivered
CROSS JOIN (SELECT DISTINCT value FROM counted) AS shown
LEFT JOIN counted ON counted.month = delivered.month AND counted.value = shown.value
ORDER BY shown.value = '', shown.value COLLATE da, delivered.month
