-- The states of the lines that are meant ($lines NULL: every one of the scope), and before its own those that each had in earlier
-- plans and those of the lines that it continues (inherited).
WITH meant AS (SELECT indsats_id FROM indsats WHERE $lines IS NULL OR list_contains($lines::INTEGER[], indsats_id)),
earlier AS (
    SELECT indsats_id, indsats_id AS earlier_id FROM meant
    UNION ALL
    SELECT indsats_id, ancestor_id FROM ancestor WHERE indsats_id IN (FROM meant)
),
told AS (
    SELECT plan, indsats_id, month, state
    FROM line_step
    WHERE plan <= $plan AND scope = $scope AND month <= $month AND indsats_id IN (SELECT earlier_id FROM earlier)
),
own AS (SELECT indsats_id, month, state FROM told WHERE plan = $plan AND indsats_id IN (FROM meant)),
first AS (SELECT indsats_id, min(month) AS month FROM own GROUP BY indsats_id),
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
