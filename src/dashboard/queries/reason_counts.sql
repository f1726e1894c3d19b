SELECT month, red_reason, count(*) AS n
FROM matching
WHERE shown_light = 'red'
GROUP BY month, red_reason
ORDER BY month, red_reason
