SELECT here.indsats_id, max(step.month) AS basis, count(*) AS n, NULL AS detail
FROM here
JOIN line_step AS step ON step.plan = $plan AND step.scope = $scope AND step.indsats_id = here.indsats_id
WHERE step.kind IN ('worsened', 'improved') AND step.month > $flapping_since AND step.month <= $month AND here.state <> 'done'
GROUP BY here.indsats_id
HAVING count(*) >= $flapping
