-- Each month and scope of a plan that can be shown, and the workbook that says which lines it has.
-- An udvalg is a scope of its own here once it has delivered a workbook of its own, or when it is the one asked for.
SELECT
    b.month,
    b.scope,
    s.scope AS basis_scope,
    s.imported_at,
    s.imported_by,
    s.revision,
    w.file_name,
    s.is_example
FROM (
    SELECT DISTINCT month, scope, basis_snapshot_id FROM line_month WHERE plan = $plan AND state <> 'absent'
) AS b
JOIN snapshot AS s ON s.snapshot_id = b.basis_snapshot_id
JOIN workbook AS w USING (workbook_id)
WHERE b.scope = coalesce($scope, b.scope)
  AND b.scope IN (SELECT scope FROM offered_scope WHERE plan = $plan UNION SELECT $scope)
ORDER BY b.month DESC, b.scope <> 'plan', b.scope <> 'tvaergaaende', b.scope COLLATE da
