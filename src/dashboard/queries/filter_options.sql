WITH line AS (SELECT * FROM scope_status WHERE plan = $plan AND scope = $scope AND month = $month),
choice AS (
    {offered}
    UNION ALL
    SELECT 'light', shown_light FROM line
    UNION ALL
    SELECT 'political_treatment', political_treatment FROM line WHERE political_treatment IS NOT NULL
    UNION ALL
    SELECT 'cross_cutting', 'true' FROM line WHERE cross_cutting
)
SELECT field, value, count(*) AS n
FROM choice
LEFT JOIN light ON choice.field = 'light' AND light.name = choice.value
GROUP BY field, value, light.rank
ORDER BY field, value = '', light.rank, value COLLATE da
