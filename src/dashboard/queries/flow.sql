-- What a filter asks is asked of what a line says in the month, or said in the month before where it is absent.
, moved AS (
    SELECT indsats_id, month, month_before, kind, state, state_before, {is_meant} AND {is_lit} AS is_let_through
    FROM line_month
    WHERE plan = $plan AND scope = $scope AND month <= $month AND number > 1
),
step AS (
    SELECT month, kind FROM moved WHERE state <> 'absent' AND is_let_through
    UNION ALL
    SELECT moved.month, moved.kind
    FROM moved
    JOIN matching ON matching.indsats_id = moved.indsats_id AND matching.month = moved.month_before
    WHERE moved.state = 'absent' AND moved.state_before <> 'absent'
)
SELECT
    step.month,
    count(*) FILTER (WHERE step.kind = 'worsened') AS worsened,
    count(*) FILTER (WHERE step.kind = 'improved') AS improved,
    count(*) FILTER (WHERE step.kind = 'new') AS new,
    count(*) FILTER (WHERE step.kind = 'returned') AS returned,
    count(*) FILTER (WHERE step.kind = 'gone') AS gone,
    count(*) FILTER (WHERE step.kind = 'done') AS done,
    count(*) FILTER (WHERE step.kind = 'reopened') AS reopened,
    count(*) FILTER (WHERE step.kind = 'not_reported') AS not_reported,
    count(*) FILTER (WHERE step.kind = 'reported_again') AS reported_again
FROM step
GROUP BY step.month
ORDER BY step.month
