SELECT here.indsats_id, here.month, fact.schedule AS basis, count(*) AS n, string_agg(moved.schedule_before, ' → ' ORDER BY moved.month) || ' → ' || fact.schedule AS detail
FROM here
JOIN fact USING (indsats_id, month)
JOIN moved ON moved.indsats_id = here.indsats_id AND moved.month <= here.month
WHERE here.state = 'green'
GROUP BY here.indsats_id, here.month, fact.schedule
HAVING count(*) = 1
