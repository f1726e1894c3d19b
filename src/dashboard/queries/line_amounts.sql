-- The amounts of every month up to the one that is shown, and what the year's was when it was last told.
SELECT
    month,
    year,
    amount::DOUBLE AS amount,
    lag(amount::DOUBLE) OVER (PARTITION BY year ORDER BY month) AS amount_before
FROM life_amount
WHERE plan = $plan AND scope = $scope AND indsats_id = $indsats AND month <= $month
ORDER BY month, year
