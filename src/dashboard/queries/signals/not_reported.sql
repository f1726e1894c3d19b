SELECT indsats_id, month, since AS basis, in_row AS n, NULL AS detail
FROM here
WHERE state = 'not_reported' AND in_row >= $not_reported
