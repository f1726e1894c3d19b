-- What became of the lines of each part since the comparison month. A line in two udvalg counts in both; '' gathers the lines that
-- have none. A line that stands in another part now went out of the one and came into the other.
, part AS (SELECT indsats_id, month, unnest({values_by}) AS value FROM selected),
shown AS (
    SELECT * FROM part WHERE $by <> 'udvalg' OR len($udvalg) = 0 OR list_contains($udvalg::VARCHAR[], value)
),
held AS (
    SELECT value, indsats_id, bool_or(month = $compare) AS stood, bool_or(month = $month) AS stands
    FROM shown
    GROUP BY value, indsats_id
)
SELECT
    held.value,
    CASE
        WHEN NOT held.stands AND change.light_now <> 'absent' THEN 'moved_out'
        WHEN NOT held.stood AND change.light_before <> 'absent' THEN 'moved_in'
        ELSE change.kind
    END AS kind,
    CASE WHEN held.stands THEN change.light_now ELSE change.light_before END AS light,
    count(*) AS n
FROM held
JOIN change USING (indsats_id)
WHERE change.kind IS NOT NULL
GROUP BY ALL
ORDER BY ALL
