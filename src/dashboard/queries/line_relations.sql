-- The lines that a line continues (parent) and those that continue it (continuation), by what was last known of them.
WITH related AS (
    SELECT link_id, 'parent' AS relation, other_id AS indsats_id
    FROM decided_pair WHERE kind = 'continues' AND indsats_id = $indsats
    UNION ALL
    SELECT link_id, 'continuation', indsats_id
    FROM decided_pair WHERE kind = 'continues' AND other_id = $indsats
)
SELECT
    related.relation,
    related.indsats_id,
    arg_max(told.title, (told.month, told.plan, told.scope = 'plan', told.scope)) AS title,
    arg_max(told.code, (told.month, told.plan, told.scope = 'plan', told.scope)) AS code,
    arg_max(told.shown_light, (told.month, told.plan)) AS light,
    min(told.month) AS first_month,
    max(told.month) AS last_month,
    any_value(link.decided_by) AS decided_by,
    any_value(link.decided_at) AS decided_at
FROM related
JOIN line_month AS told
    ON told.indsats_id = related.indsats_id AND told.month <= $month AND told.state <> 'absent'
JOIN indsats_link AS link USING (link_id)
GROUP BY related.relation, related.indsats_id
ORDER BY related.relation DESC, title COLLATE da, code
