-- The states of every line of the scope, and before its own those of the lines that it continues (inherited).
WITH own AS (
    SELECT indsats_id, month, state FROM line_step WHERE scope = $scope AND month <= $month
),
first AS (SELECT indsats_id, min(month) AS month FROM own GROUP BY indsats_id)
SELECT indsats_id, month, state, false AS inherited FROM own
UNION ALL
SELECT ancestor.indsats_id, own.month, arg_min(own.state, coalesce(light.rank, 9)), true
FROM ancestor
JOIN first ON first.indsats_id = ancestor.indsats_id
JOIN own ON own.indsats_id = ancestor.ancestor_id AND own.month < first.month
LEFT JOIN light ON light.name = own.state
GROUP BY ancestor.indsats_id, own.month
ORDER BY indsats_id, month
