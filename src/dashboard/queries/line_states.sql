-- The states of every line of the scope, and before its own those that it had in earlier plans and those of the lines that it
-- continues (inherited).
WITH told AS (
    SELECT plan, indsats_id, month, state FROM line_step WHERE plan <= $plan AND scope = $scope AND month <= $month
),
own AS (SELECT indsats_id, month, state FROM told WHERE plan = $plan),
first AS (SELECT indsats_id, min(month) AS month FROM own GROUP BY indsats_id),
earlier AS (
    SELECT indsats_id, indsats_id AS earlier_id FROM first UNION ALL SELECT indsats_id, ancestor_id FROM ancestor
),
cell AS (
    SELECT indsats_id, month, state, false AS inherited FROM own
    UNION ALL
    SELECT first.indsats_id, told.month, arg_min(told.state, coalesce(light.rank, 9)), true
    FROM first
    JOIN earlier ON earlier.indsats_id = first.indsats_id
    JOIN told ON told.indsats_id = earlier.earlier_id AND told.month < first.month
    LEFT JOIN light ON light.name = told.state
    GROUP BY first.indsats_id, told.month
)
SELECT
    indsats_id,
    list(month ORDER BY month) AS months,
    list(state ORDER BY month) AS states,
    list(month ORDER BY month) FILTER (WHERE inherited) AS inherited
FROM cell
GROUP BY indsats_id
ORDER BY indsats_id
