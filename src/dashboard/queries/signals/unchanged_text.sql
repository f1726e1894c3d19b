-- The months back to the newest in which the text was another one, or there was none.
SELECT fact.indsats_id, md5(fact.status_text) AS basis, count(*) AS n, NULL AS detail
FROM (
    SELECT fact.indsats_id, fact.status_text, max(known.month) FILTER (
        WHERE known.status_text IS DISTINCT FROM fact.status_text
    ) AS other_month
    FROM fact
    JOIN known ON known.indsats_id = fact.indsats_id
    WHERE NOT fact.done AND fact.status_text IS NOT NULL
    GROUP BY fact.indsats_id, fact.status_text
) AS fact
JOIN known ON known.indsats_id = fact.indsats_id AND known.month > coalesce(fact.other_month, '')
GROUP BY fact.indsats_id, fact.status_text
HAVING count(*) >= $unchanged_text
