-- After selection.sql: the lines whose signals are told: those that the filters let through, and those gone that they let through before.
SELECT indsats_id FROM now
UNION ALL
SELECT step.indsats_id
FROM line_step AS step
JOIN matching ON matching.indsats_id = step.indsats_id AND matching.month = step.month_before
WHERE step.plan = $plan AND step.scope = $scope AND step.month = $month AND step.state = 'absent' AND step.kind = 'gone'
