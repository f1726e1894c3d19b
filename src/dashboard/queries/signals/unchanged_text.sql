SELECT indsats_id, month, here.text_key AS basis, here.text_in_row AS n, NULL AS detail
FROM here JOIN fact USING (indsats_id, month)
WHERE NOT fact.done AND fact.status_text IS NOT NULL AND here.text_in_row >= $unchanged_text
