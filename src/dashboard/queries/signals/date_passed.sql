SELECT indsats_id, month, fact.schedule AS basis, NULL AS n, fact.schedule AS detail
FROM here JOIN fact USING (indsats_id, month)
WHERE here.state = 'green' AND fact.deadline <= last_day((month || '-01')::DATE)
