-- Every decision about which lines are one, newest first, with the names that the two have had last.
WITH name AS (
    SELECT indsats_id, arg_max(concat_ws(' ', title, code), snapshot_id) AS name FROM indsats_name GROUP BY indsats_id
)
SELECT
    l.link_id,
    l.kind,
    l.indsats_id,
    newer.name,
    l.other_id,
    older.name AS other_name,
    l.decided_at,
    l.decided_by,
    l.withdrawn_at,
    l.withdrawn_by
FROM indsats_link AS l
JOIN name AS newer ON newer.indsats_id = l.indsats_id
JOIN name AS older ON older.indsats_id = l.other_id
WHERE $withdrawn OR l.withdrawn_at IS NULL
ORDER BY l.link_id DESC
