SELECT here.indsats_id, fact.schedule AS basis, count(*) AS n, string_agg(moved.schedule_before, ' → ' ORDER BY moved.month) || ' → ' || fact.schedule AS detail
FROM here
JOIN fact USING (indsats_id)
JOIN moved USING (indsats_id)
WHERE here.state = 'green'
GROUP BY here.indsats_id, fact.schedule
HAVING count(*) = 1
