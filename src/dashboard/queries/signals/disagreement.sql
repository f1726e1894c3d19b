SELECT indsats_id, month, month AS basis, NULL AS n, NULL AS detail
FROM fact
WHERE disagrees
