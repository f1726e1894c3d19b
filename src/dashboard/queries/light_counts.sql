SELECT
    light.name AS light,
    (SELECT count(*) FROM now WHERE shown_light = light.name) AS n,
    CASE WHEN $compare::VARCHAR IS NOT NULL
         THEN (SELECT count(*) FROM before WHERE shown_light = light.name)
    END AS n_before
FROM light
ORDER BY light.rank
