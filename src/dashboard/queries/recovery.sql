-- A red spell is recovered from when the light becomes yellow or green, or the line is done; other ends are not.
SELECT
    count(*) AS recovered,
    median(step.in_row_before) AS median_months,
    (SELECT count(*) FROM now WHERE shown_light = 'red') AS still_red
FROM line_step AS step
JOIN matching USING (indsats_id, month)
WHERE step.plan = $plan AND step.scope = $scope
  AND step.month <= $month
  AND step.state_before = 'red'
  AND step.state IN ('yellow', 'green', 'done')
