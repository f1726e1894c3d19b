SELECT
    now.*,
    (
        SELECT map(list(year ORDER BY year), list(amount ORDER BY year))
        FROM amount_told AS told
        WHERE told.snapshot_id = now.snapshot_id
          AND told.basis_snapshot_id = now.basis_snapshot_id
          AND told.indsats_id = now.indsats_id
    ) AS amounts,
    coalesce(
        (
            SELECT list(parent.name ORDER BY parent.name)
            FROM decided_pair AS link
            JOIN (
                SELECT indsats_id, arg_max(concat_ws(' ', title, code), snapshot_id) AS name
                FROM indsats_name GROUP BY indsats_id
            ) AS parent ON parent.indsats_id = link.other_id
            WHERE link.kind = 'continues' AND link.indsats_id = now.indsats_id
        ),
        []
    ) AS continues,
    snapshot.scope AS read_from_scope,
    snapshot.revision,
    workbook.file_name
FROM now
JOIN light ON light.name = now.shown_light
JOIN snapshot ON snapshot.snapshot_id = now.snapshot_id
JOIN workbook USING (workbook_id)
ORDER BY light.rank, now.title COLLATE da, now.code, now.indsats_id
