-- The states of the lines that a line continues, before its own life; the worst where it continues several.
WITH life AS (
    SELECT life.month, life.state, life.own, life.indsats_id, life.snapshot_id, coalesce(light.rank, 9) AS rank
    FROM line_life AS life
    LEFT JOIN light ON light.name = life.state
    WHERE life.scope = $scope
      AND life.month <= $month
      AND life.indsats_id IN (SELECT ancestor_id FROM ancestor WHERE indsats_id = $indsats)
      AND life.month < (
          SELECT min(month) FROM line_life WHERE scope = $scope AND indsats_id = $indsats
      )
)
SELECT life.month, life.state, life.own, life.indsats_id, snapshot.scope AS told_by
FROM life
LEFT JOIN snapshot USING (snapshot_id)
QUALIFY row_number() OVER (PARTITION BY life.month ORDER BY life.rank, life.indsats_id) = 1
ORDER BY life.month
