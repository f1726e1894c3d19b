-- $by: a field that can be filtered by. A line in two udvalg counts in both; '' gathers the lines that have none.
, part AS (
    SELECT
        unnest({values_by}) AS value,
        shown_light
    FROM now
)
SELECT
    value,
    count(*) FILTER (WHERE shown_light = 'red') AS red,
    count(*) FILTER (WHERE shown_light = 'yellow') AS yellow,
    count(*) FILTER (WHERE shown_light = 'green') AS green,
    count(*) FILTER (WHERE shown_light = 'not_reported') AS not_reported,
    count(*) FILTER (WHERE shown_light = 'done') AS done,
    count(*) AS total
FROM part
WHERE $by <> 'udvalg' OR len($udvalg) = 0 OR list_contains($udvalg::VARCHAR[], value)
GROUP BY value
ORDER BY red DESC, yellow DESC, total DESC, value = '', value COLLATE da
