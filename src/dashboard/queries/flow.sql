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
FROM line_step AS step
JOIN matching ON matching.indsats_id = step.indsats_id
    AND matching.month = CASE WHEN step.state = 'absent' THEN step.month_before ELSE step.month END
WHERE step.plan = $plan AND step.scope = $scope AND step.month <= $month AND step.number > 1
GROUP BY step.month
ORDER BY step.month
