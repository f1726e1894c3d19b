WITH line AS (SELECT * FROM scope_status WHERE scope = $scope AND month = $month),
choice AS (
    SELECT 'udvalg' AS field, unnest(udvalg) AS value FROM line
    UNION ALL
    SELECT 'tema', coalesce(tema, '') FROM line
    UNION ALL
    SELECT 'art', coalesce(art, '') FROM line
)
SELECT field, value, count(*) AS n
FROM choice
GROUP BY field, value
ORDER BY field, value = '', value COLLATE da
