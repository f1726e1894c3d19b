SELECT month FROM scope_month WHERE scope = $scope AND month <= $month ORDER BY month
