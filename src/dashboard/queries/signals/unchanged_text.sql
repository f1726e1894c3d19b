-- The months back to the newest in which the text was another one, or there was none.
SELECT fact.indsats_id, md5(fact.status_text) AS basis, count(*) AS n, NULL AS detail
FROM fact
JOIN told ON told.indsats_id = fact.indsats_id AND told.status_text = fact.status_text
WHERE NOT fact.done AND told.back < coalesce((
    SELECT min(other.back) FROM told AS other
    WHERE other.indsats_id = fact.indsats_id AND other.status_text IS DISTINCT FROM fact.status_text
), 100000)
GROUP BY fact.indsats_id, fact.status_text
HAVING count(*) >= $unchanged_text
