-- Every decision about which lines are one, newest first, with the names that the two have had last. said_since: what people have
-- written of two that are one, which stays with the older where they are parted again.
WITH name AS (
    SELECT indsats_id, arg_max(concat_ws(' ', title, code), snapshot_id) AS name FROM indsats_name GROUP BY indsats_id
),
said AS (
    SELECT indsats_id, written_at FROM current_decision
    UNION ALL
    SELECT indsats_id, settled_at FROM settled_line
    UNION ALL
    SELECT indsats_id, written_at FROM standing_half_year_word
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
    l.withdrawn_by,
    (
        SELECT count(*) FROM said
        WHERE l.kind = 'same' AND said.indsats_id = coalesce(same.line_id, l.other_id) AND said.written_at > l.decided_at
    ) AS said_since
FROM indsats_link AS l
JOIN name AS newer ON newer.indsats_id = l.indsats_id
JOIN name AS older ON older.indsats_id = l.other_id
LEFT JOIN indsats_identity AS same ON same.indsats_id = l.other_id
WHERE $withdrawn OR l.withdrawn_at IS NULL
ORDER BY l.link_id DESC
