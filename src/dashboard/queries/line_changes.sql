-- What a line says in a month that it did not say when it was last told. A fact that a workbook leaves out ($facts) is not
-- changed by that; a text that was left empty is. Spaces, line breaks and
-- the month that words are from are no difference.
WITH told AS (
    SELECT
        month,
        field,
        text,
        CASE WHEN field = 'schedule' THEN coalesce(schedule_said, '')
             ELSE coalesce(trim(regexp_replace(regexp_replace(text, '{month_kept}', ''), '\s+', ' ', 'g')), '') END AS words
    FROM (
        SELECT * REPLACE (array_to_string(udvalg, ', ') AS udvalg)
        FROM line_life
        WHERE plan = $plan AND scope = $scope AND indsats_id = $indsats AND month <= $month AND state <> 'absent'
    )
    UNPIVOT INCLUDE NULLS (
        text FOR field IN ({written})
    )
),
step AS (
    SELECT
        *,
        lag(text) OVER line AS text_before,
        lag(words) OVER line AS words_before
    FROM told
    WHERE words <> '' OR NOT list_contains($facts::VARCHAR[], field)
    WINDOW line AS (PARTITION BY field ORDER BY month)
)
SELECT month, field, coalesce(text_before, '') AS old_text, coalesce(text, '') AS new_text
FROM step
WHERE words <> words_before
ORDER BY month, list_position($fields::VARCHAR[], field)
