-- Each spell of red, and what is known of its end: the light became yellow or green, or the line is done (is_out); it is red
-- still (is_red); or its end was not seen, because the line was not reported or is gone. A filter asks what the line was when
-- it was last red.
, red AS (
    SELECT indsats_id, since, max(month) AS last_month, max(in_row) AS lasted
    FROM line_step
    WHERE plan = $plan AND scope = $scope AND month <= $month AND state = 'red'
    GROUP BY indsats_id, since
)
SELECT
    red.since AS began,
    red.lasted,
    coalesce(after.state IN ('yellow', 'green', 'done'), false) AS is_out,
    after.state IS NULL AS is_red
FROM red
JOIN matching ON matching.indsats_id = red.indsats_id AND matching.month = red.last_month
LEFT JOIN line_step AS after
    ON after.plan = $plan AND after.scope = $scope AND after.month <= $month
    AND after.indsats_id = red.indsats_id AND after.month_before = red.last_month
ORDER BY began, lasted
