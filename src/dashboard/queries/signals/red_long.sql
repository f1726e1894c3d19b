SELECT indsats_id, month, since AS basis, in_row AS n, NULL AS detail
FROM here
WHERE state = 'red' AND in_row >= $red_long
