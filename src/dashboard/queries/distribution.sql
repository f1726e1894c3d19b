-- $by: a field that can be filtered by. A line in two udvalg counts in both; '' gathers the lines that have none.
, part AS (
    SELECT
        unnest({values_by}) AS value,
        shown_light
    FROM now
)
SELECT
    value,
    {lights_counted},
    count(*) AS total
FROM part
WHERE $by <> 'udvalg' OR len($udvalg) = 0 OR list_contains($udvalg::VARCHAR[], value)
GROUP BY value
ORDER BY red DESC, yellow DESC, total DESC, value = '', value COLLATE da
