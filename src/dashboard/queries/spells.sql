SELECT step.state AS light, step.in_row, count(*) AS n
FROM line_step AS step
JOIN now USING (indsats_id)
WHERE step.plan = $plan AND step.scope = $scope AND step.month = $month
GROUP BY step.state, step.in_row
ORDER BY step.state, step.in_row
