-- Where a line stands: each plan and scope, those of $plan first, that tells it and that can be shown, with its months, and what it was called there last.
SELECT
    told.plan,
    told.scope,
    min(told.month) AS first_month,
    max(told.month) AS last_month,
    max(told.month) FILTER (WHERE told.month <= $month) AS nearest_month,
    arg_max(told.title, told.month) AS title,
    arg_max(told.code, told.month) AS code
FROM scope_status AS told
WHERE told.indsats_id = $indsats
  AND (told.plan, told.scope) IN (SELECT plan, scope FROM offered_scope)
GROUP BY told.plan, told.scope
ORDER BY told.plan <> $plan, told.plan DESC, told.scope <> 'plan', told.scope <> 'tvaergaaende', told.scope COLLATE da
