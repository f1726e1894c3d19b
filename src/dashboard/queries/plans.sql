-- The plans that something stands for, or stood for at a moment; first the one that pages open on: that with the newest status
-- of a month that has begun ($now).
SELECT plan
FROM snapshot
WHERE withdrawn_at IS NULL
GROUP BY plan
ORDER BY max(month) FILTER (is_example OR month <= $now) DESC NULLS LAST, plan DESC
