-- Pairs of a line that is new in a workbook (no earlier month of its plan and scope knows it) and a line that left there (known
-- of the scope until then, in that plan or an earlier one, not in this workbook, not done), where nobody has decided and no
-- workbook holds both. A line that any workbook tells in both months, the new one's and the last of the one that left, is neither
-- new nor gone. Each pair once, where it comes first. Scores are put on by suggestions().
WITH held AS (
    SELECT * FROM current_status WHERE month = coalesce($month, month) AND scope IN ('plan', coalesce($scope, scope))
),
first_known AS (SELECT plan, scope, indsats_id, min(month) AS month FROM known_line GROUP BY plan, scope, indsats_id),
arrived AS (
    SELECT held.*
    FROM held
    JOIN first_known USING (plan, scope, month, indsats_id)
    WHERE $scope IS NULL
       OR (snapshot_id, indsats_id) IN (SELECT (snapshot_id, indsats_id) FROM scope_member WHERE scope = $scope)
),
departed AS (
    SELECT w.snapshot_id, k.indsats_id, max((k.month, k.plan)) AS last
    FROM (SELECT DISTINCT snapshot_id, plan, month, scope FROM arrived) AS w
    JOIN known_line AS k ON k.plan <= w.plan AND k.scope = w.scope AND k.month <= w.month
    WHERE NOT EXISTS (FROM held WHERE held.snapshot_id = w.snapshot_id AND held.indsats_id = k.indsats_id)
    GROUP BY w.snapshot_id, k.indsats_id
),
described AS (
    SELECT
        snapshot_id,
        indsats_id,
        {
            'indsats_id': indsats_id,
            'plan': plan,
            'month': month,
            'title': title,
            'code': code,
            'udvalg': udvalg,
            'art': art,
            'light': shown_light,
            'text': status_text,
            'tema': tema,
            'responsible': responsible,
            'amounts': (
                SELECT list((year, amount::DOUBLE)) FROM line_amount AS a
                WHERE a.snapshot_id = told.snapshot_id AND a.indsats_id = told.indsats_id
            )
        } AS said
    FROM current_status AS told
),
pair AS (
    SELECT
        newer.plan,
        newer.scope,
        older.plan AS older_plan,
        newer_line.said AS newer,
        older_line.said AS older
    FROM arrived AS newer
    JOIN departed USING (snapshot_id)
    JOIN newest_status AS older
        ON (older.month, older.plan) = departed.last AND older.indsats_id = departed.indsats_id
    JOIN described AS newer_line
        ON newer_line.snapshot_id = newer.snapshot_id AND newer_line.indsats_id = newer.indsats_id
    JOIN described AS older_line
        ON older_line.snapshot_id = older.snapshot_id AND older_line.indsats_id = older.indsats_id
    WHERE older.shown_light <> 'done'
    QUALIFY row_number() OVER (
        PARTITION BY least(newer.indsats_id, older.indsats_id), greatest(newer.indsats_id, older.indsats_id)
        ORDER BY newer.month, newer.scope <> 'plan', newer.scope
    ) = 1
),
told_in AS (SELECT indsats_id, list(snapshot_id) AS snapshots FROM current_status GROUP BY indsats_id)
SELECT scope, newer, older, 0 AS score
FROM pair
JOIN told_in AS newer_told ON newer_told.indsats_id = pair.newer.indsats_id
JOIN told_in AS older_told ON older_told.indsats_id = pair.older.indsats_id
WHERE (plan, newer.month, older.indsats_id) NOT IN (SELECT (plan, month, indsats_id) FROM current_status)
AND (older_plan, older.month, newer.indsats_id) NOT IN (SELECT (plan, month, indsats_id) FROM current_status)
AND NOT EXISTS (
    FROM decided_pair AS d
    WHERE list_sort([d.indsats_id, d.other_id]) = list_sort([pair.newer.indsats_id, pair.older.indsats_id])
)
AND NOT list_has_any(newer_told.snapshots, older_told.snapshots)
ORDER BY pair.newer.month, pair.scope, pair.newer.indsats_id, pair.older.indsats_id
