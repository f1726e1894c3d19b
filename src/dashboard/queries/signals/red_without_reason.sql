SELECT indsats_id, month, here.since AS basis, NULL::BIGINT AS n, NULL::VARCHAR AS detail
FROM here JOIN fact USING (indsats_id, month)
WHERE here.state = 'red' AND coalesce(trim(fact.red_reason), '') = ''
