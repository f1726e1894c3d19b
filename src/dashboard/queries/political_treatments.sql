SELECT DISTINCT political_treatment
FROM scope_status
WHERE plan = $plan AND scope = $scope AND month <= $month AND political_treatment IS NOT NULL
