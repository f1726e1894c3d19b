SELECT DISTINCT month FROM line_month WHERE plan = $plan AND scope = $scope AND month <= $month ORDER BY month
