-- The spells of red, how many of each kind, and what is known of their end: the light became yellow or green, or the line is done
-- (is_out); it is red still (is_red); or its end was not seen, because the line was not reported or is gone. A filter asks what the
-- line was when it was last red.
, red AS (
    SELECT indsats_id, month, since, in_row
    FROM line_month
    WHERE plan = $plan AND scope = $scope AND month <= $month AND state = 'red' AND {is_meant} AND {is_lit}
),
after AS (
    SELECT indsats_id, month_before, state
    FROM line_step
    WHERE plan = $plan AND scope = $scope AND month <= $month AND state_before = 'red' AND state <> 'red'
)
SELECT
    red.since AS began,
    red.in_row AS lasted,
    coalesce(after.state IN ('yellow', 'green', 'done'), false) AS is_out,
    after.state IS NULL AS is_red,
    count(*) AS n
FROM red
LEFT JOIN after ON after.indsats_id = red.indsats_id AND after.month_before = red.month
WHERE after.state IS NOT NULL
   OR red.month = (SELECT max(month) FROM line_step WHERE plan = $plan AND scope = $scope AND month <= $month)
GROUP BY ALL
ORDER BY began, lasted, is_out, is_red
