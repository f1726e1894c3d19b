-- Every month of a line's life up to the one that is shown, oldest first: its light, the one before it, and all it says.
-- others: what other workbooks of the month say instead of the light that counts.
WITH life AS MATERIALIZED (
    SELECT
        *,
        lag(state) OVER (ORDER BY month) AS state_before,
        lag(month) OVER (ORDER BY month) AS month_before
    FROM line_life
    WHERE plan = $plan AND scope = $scope AND indsats_id = $indsats AND month <= $month
),
other AS (
    SELECT told.month, list(struct_pack(scope := told.scope, light := told.shown_light) ORDER BY told.snapshot_id) AS others
    FROM current_status AS told
    JOIN life ON life.plan = told.plan AND life.month = told.month AND life.state <> told.shown_light
    WHERE told.indsats_id = $indsats
    GROUP BY told.month
)
SELECT
    life.*,
    CASE
        WHEN life.state_before IS NOT NULL THEN change_kind.kind
        WHEN EXISTS (
            FROM scope_month AS its WHERE its.plan = $plan AND its.scope = $scope AND its.month < life.month
        ) THEN 'new'
    END AS kind,
    step.in_row,
    step.since,
    snapshot.scope AS told_by,
    snapshot.revision,
    workbook.file_name,
    lent.cells AS lent_cells,
    other.others
FROM life
LEFT JOIN change_kind ON change_kind.light_before = life.state_before AND change_kind.light_now = life.state
LEFT JOIN line_step AS step
    ON step.plan = $plan AND step.scope = $scope AND step.indsats_id = $indsats AND step.month = life.month
LEFT JOIN snapshot ON snapshot.snapshot_id = life.snapshot_id
LEFT JOIN workbook USING (workbook_id)
LEFT JOIN line_status AS lent ON lent.snapshot_id = life.basis_snapshot_id AND lent.indsats_id = life.indsats_id
LEFT JOIN other ON other.month = life.month
ORDER BY life.month
