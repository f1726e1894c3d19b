-- The lines of a scope in the newest month before $month that it was delivered for, as they are known for that month.
SELECT
    s.*,
    snapshot.is_example,
    (
        SELECT map(list(year ORDER BY year), list(amount ORDER BY year))
        FROM line_amount AS amount
        WHERE amount.indsats_id = s.indsats_id
          AND amount.snapshot_id = CASE
              WHEN EXISTS (
                  FROM line_amount AS newest
                  WHERE newest.snapshot_id = s.snapshot_id AND newest.indsats_id = s.indsats_id
              ) THEN s.snapshot_id ELSE s.basis_snapshot_id END
    ) AS amounts,
    basis.sheet AS basis_sheet,
    CAST(regexp_extract(basis.title_cell, '\d+') AS INTEGER) AS row_number
FROM scope_status AS s
JOIN current_status AS basis ON basis.snapshot_id = s.basis_snapshot_id AND basis.indsats_id = s.indsats_id
JOIN snapshot ON snapshot.snapshot_id = s.basis_snapshot_id
WHERE s.plan = $plan
  AND s.scope = $scope
  AND s.month = (SELECT max(month) FROM scope_basis WHERE plan = s.plan AND scope = $scope AND month < $month)
ORDER BY row_number, s.title, s.indsats_id
