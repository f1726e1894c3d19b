SELECT
    now.*,
    (
        SELECT map(list(year ORDER BY year), list(amount ORDER BY year))
        FROM line_amount AS amount
        WHERE amount.indsats_id = now.indsats_id
          AND amount.snapshot_id = CASE
              WHEN EXISTS (
                  FROM line_amount AS newest
                  WHERE newest.snapshot_id = now.snapshot_id AND newest.indsats_id = now.indsats_id
              ) THEN now.snapshot_id ELSE now.basis_snapshot_id END
    ) AS amounts,
    snapshot.scope AS read_from_scope,
    snapshot.revision,
    workbook.file_name
FROM now
JOIN light ON light.name = now.shown_light
JOIN snapshot ON snapshot.snapshot_id = now.snapshot_id
JOIN workbook USING (workbook_id)
ORDER BY light.rank, now.title COLLATE da, now.code, now.indsats_id
