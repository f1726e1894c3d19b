SELECT indsats_id, month, month AS basis, NULL AS n, NULL AS detail
FROM here
WHERE state = 'red' AND state_before = 'green'
