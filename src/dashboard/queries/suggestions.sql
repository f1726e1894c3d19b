-- Pairs of a line that is new in a workbook (no earlier month of its scope knows it) and a line that left there (known of the
-- scope until then, not in this workbook, not done), where nobody has decided and no workbook holds both. Each pair once, where
-- it comes first. Scores are put on by suggestions().
WITH held AS (
    SELECT * FROM current_status WHERE month = coalesce($month, month) AND scope = coalesce($scope, scope)
),
first_known AS (SELECT scope, indsats_id, min(month) AS month FROM known_line GROUP BY scope, indsats_id),
arrived AS (SELECT held.* FROM held JOIN first_known USING (scope, month, indsats_id)),
departed AS (
    SELECT w.snapshot_id, k.indsats_id, max(k.month) AS month
    FROM (SELECT DISTINCT snapshot_id, month, scope FROM arrived) AS w
    JOIN known_line AS k ON k.scope = w.scope AND k.month <= w.month
    WHERE NOT EXISTS (FROM held WHERE held.snapshot_id = w.snapshot_id AND held.indsats_id = k.indsats_id)
    GROUP BY w.snapshot_id, k.indsats_id
),
pair AS (
    SELECT
        newer.month, newer.scope, newer.indsats_id, newer.title, newer.code, newer.udvalg, newer.art,
        newer.shown_light AS light, newer.status_text AS text,
        older.indsats_id AS other_id, older.month AS other_month, older.title AS other_title, older.code AS other_code,
        older.udvalg AS other_udvalg, older.art AS other_art, older.shown_light AS other_light,
        older.status_text AS other_text
    FROM arrived AS newer
    JOIN departed USING (snapshot_id)
    JOIN newest_status AS older ON older.month = departed.month AND older.indsats_id = departed.indsats_id
    WHERE older.shown_light <> 'done'
    QUALIFY row_number() OVER (
        PARTITION BY least(newer.indsats_id, older.indsats_id), greatest(newer.indsats_id, older.indsats_id)
        ORDER BY newer.month, newer.scope <> 'plan', newer.scope
    ) = 1
)
SELECT *
FROM pair
WHERE NOT EXISTS (
    FROM decided_pair AS d
    WHERE list_sort([d.indsats_id, d.other_id]) = list_sort([pair.indsats_id, pair.other_id])
)
AND NOT EXISTS (
    FROM current_status AS one
    JOIN current_status AS other USING (snapshot_id)
    WHERE one.indsats_id = pair.indsats_id AND other.indsats_id = pair.other_id
)
ORDER BY month, scope, indsats_id, other_id
