SELECT light_before, light_now, kind, count(*) AS n
FROM change
WHERE kind IS NOT NULL
GROUP BY light_before, light_now, kind
ORDER BY light_before, light_now
