-- Every spelling of a line told up to the month, newest first: from and until when it was written so, and who said that it is
-- the same line (NULL: the title was the same).
WITH told AS (
    SELECT reported_id, title, code, min(month) AS first_month, max(month) AS last_month
    FROM current_status
    WHERE indsats_id = $indsats AND month <= $month
    GROUP BY reported_id, title, code
)
SELECT
    told.title,
    told.code,
    told.first_month,
    told.last_month,
    max(coalesce(link.decided_by, name.confirmed_by)) AS confirmed_by,
    max(link.decided_at) AS confirmed_at
FROM told
LEFT JOIN indsats_name AS name
    ON name.indsats_id = told.reported_id AND name.title = told.title AND name.code IS NOT DISTINCT FROM told.code
LEFT JOIN indsats_link AS link
    ON link.indsats_id = told.reported_id AND link.kind = 'same' AND told.reported_id <> $indsats
   AND link.withdrawn_at IS NULL
GROUP BY told.title, told.code, told.first_month, told.last_month
ORDER BY told.last_month DESC, told.first_month DESC, told.title
