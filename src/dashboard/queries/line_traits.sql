-- The lines of the month that have been red or yellow and never green, and the red ones that ask for nothing.
SELECT 'never_green' AS trait, indsats_id
FROM line_step
WHERE plan = $plan AND scope = $scope AND month <= $month
GROUP BY indsats_id
HAVING bool_or(state IN ('red', 'yellow')) AND NOT bool_or(state = 'green')
   AND bool_or(month = $month AND state <> 'absent')
UNION ALL
SELECT 'red_without_ask', indsats_id
FROM scope_status
WHERE plan = $plan AND scope = $scope AND month = $month AND shown_light = 'red' AND coalesce(trim(ask), '') = ''
ORDER BY ALL
