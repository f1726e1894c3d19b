-- The states of a line in earlier plans and of the lines that it continues, before its own life; the worst of several.
WITH earlier AS (
    SELECT $indsats AS indsats_id UNION ALL SELECT ancestor_id FROM ancestor WHERE indsats_id = $indsats
),
life AS (
    SELECT life.plan, life.month, life.state, life.own, life.indsats_id, life.snapshot_id, coalesce(light.rank, 9) AS rank
    FROM line_life AS life
    LEFT JOIN light ON light.name = life.state
    WHERE life.plan <= $plan AND life.scope = $scope
      AND life.month <= $month
      AND life.indsats_id IN (SELECT indsats_id FROM earlier)
      AND life.month < (
          SELECT min(month) FROM line_life WHERE plan = $plan AND scope = $scope AND indsats_id = $indsats
      )
)
SELECT life.plan, life.month, life.state, life.own, life.indsats_id, snapshot.scope AS told_by
FROM life
LEFT JOIN snapshot USING (snapshot_id)
QUALIFY row_number() OVER (PARTITION BY life.month ORDER BY life.rank, life.indsats_id) = 1
ORDER BY life.month
