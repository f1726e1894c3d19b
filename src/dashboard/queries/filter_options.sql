WITH line AS (SELECT * FROM scope_status WHERE scope = $scope AND month = $month),
choice AS (
    SELECT 'udvalg' AS field, unnest(udvalg) AS value FROM line
    UNION ALL
    SELECT 'tema', coalesce(tema, '') FROM line
    UNION ALL
    SELECT 'art', coalesce(art, '') FROM line
    UNION ALL
    SELECT 'responsible', coalesce(responsible, '') FROM line
    UNION ALL
    SELECT 'light', shown_light FROM line
    UNION ALL
    SELECT 'cross_cutting', 'true' FROM line WHERE cross_cutting
)
SELECT field, value, count(*) AS n
FROM choice
LEFT JOIN light ON choice.field = 'light' AND light.name = choice.value
GROUP BY field, value, light.rank
ORDER BY field, value = '', light.rank, value COLLATE da
