SELECT
    light.name AS light,
    count(*) FILTER (WHERE selected.month = $month) AS n,
    CASE WHEN $compare::VARCHAR IS NOT NULL THEN count(*) FILTER (WHERE selected.month = $compare) END AS n_before
FROM light
LEFT JOIN selected ON selected.shown_light = light.name
GROUP BY light.name, light.rank
ORDER BY light.rank
