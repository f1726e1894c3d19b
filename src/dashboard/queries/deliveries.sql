-- Each month and scope of a plan that can be shown, and the workbook that says which lines it has.
-- An udvalg is a scope of its own here once it has delivered a workbook of its own.
SELECT
    b.month,
    b.scope,
    b.basis_scope,
    s.imported_at,
    s.imported_by,
    s.revision,
    w.file_name,
    s.is_example
FROM scope_basis AS b
JOIN snapshot AS s USING (snapshot_id)
JOIN workbook AS w USING (workbook_id)
WHERE b.plan = $plan
  AND b.scope IN (SELECT scope FROM current_snapshot UNION SELECT 'tvaergaaende')
ORDER BY b.month DESC, b.scope <> 'plan', b.scope <> 'tvaergaaende', b.scope COLLATE da
