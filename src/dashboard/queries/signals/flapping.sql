SELECT indsats_id, month, basis, n, NULL AS detail
FROM here
JOIN (
    SELECT indsats_id, month, max(month) FILTER (is_turn) OVER recent AS basis, count(*) FILTER (is_turn) OVER recent AS n
    FROM (
        SELECT indsats_id, month, kind IN ('worsened', 'improved') AS is_turn
        FROM line_step
        WHERE plan = $plan AND scope = $scope AND month > $flapping_since AND month <= $month
    )
    WINDOW recent AS (
        PARTITION BY indsats_id
        ORDER BY (month || '-01')::DATE RANGE BETWEEN to_months($flapping_months - 1) PRECEDING AND CURRENT ROW
    )
) USING (indsats_id, month)
WHERE here.state <> 'done' AND n >= $flapping
