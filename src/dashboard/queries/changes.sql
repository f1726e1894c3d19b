-- A line that the filters leave now is told, and one that is gone is told where they left it before.
, pair AS (
    SELECT
        coalesce(later.indsats_id, earlier.indsats_id) AS indsats_id,
        coalesce(earlier.shown_light, 'absent') AS light_before,
        coalesce(later.shown_light, 'absent') AS light_now
    FROM (SELECT * FROM scoped WHERE month = $month) AS later
    FULL JOIN (SELECT * FROM scoped WHERE month = $compare) AS earlier USING (indsats_id)
)
SELECT
    change_kind.kind,
    indsats_id,
    line.title,
    line.code,
    nullif(pair.light_before, 'absent') AS light_before,
    nullif(pair.light_now, 'absent') AS light_now,
    array_to_string(line.udvalg, ', ') AS udvalg,
    coalesce(line.status_text, line.red_reason, '') AS text,
    line.disagrees,
    line.snapshot_id,
    line.sheet,
    line.cell
FROM pair
JOIN change_kind USING (light_before, light_now)
JOIN selected AS line USING (indsats_id)
LEFT JOIN light AS rank_now ON rank_now.name = pair.light_now
LEFT JOIN light AS rank_before ON rank_before.name = pair.light_before
WHERE $compare IS NOT NULL
  AND list_contains($kinds::VARCHAR[], change_kind.kind)
  AND line.month = CASE WHEN change_kind.kind = 'gone' THEN $compare ELSE $month END
ORDER BY
    list_position($kinds::VARCHAR[], change_kind.kind),
    rank_now.rank, rank_before.rank DESC, line.title COLLATE da, line.code
