SELECT here.indsats_id, max(step.month) AS basis, count(*) AS n, NULL AS detail
FROM here
JOIN step ON step.indsats_id = here.indsats_id
WHERE step.kind IN ('worsened', 'improved') AND step.month > $flapping_since AND here.state <> 'done'
GROUP BY here.indsats_id
HAVING count(*) >= $flapping
