SELECT here.indsats_id, fact.schedule AS basis, NULL AS n, fact.schedule AS detail
FROM here JOIN fact USING (indsats_id)
WHERE here.state = 'green' AND fact.deadline <= $last_day::DATE
