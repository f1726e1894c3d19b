SELECT
    change.kind,
    change.indsats_id,
    change.title,
    change.code,
    nullif(change.light_before, 'absent') AS light_before,
    nullif(change.light_now, 'absent') AS light_now,
    change.moved_in,
    array_to_string(change.udvalg, ', ') AS udvalg,
    coalesce(fell.month, change.month) AS said_in,
    CASE WHEN fell.month IS NULL THEN change.red_reason ELSE fell.said.reason END AS reason,
    CASE WHEN fell.month IS NULL THEN change.status_text ELSE fell.said.text END AS text,
    CASE WHEN fell.month IS NULL THEN change.runs ELSE fell.said.runs END AS runs,
    change.disagrees,
    change.snapshot_id,
    change.sheet,
    change.cell
FROM change
LEFT JOIN fell ON change.kind = 'worsened' AND fell.indsats_id = change.indsats_id
WHERE list_contains($kinds::VARCHAR[], change.kind)
ORDER BY change.title COLLATE da, change.code
