-- What is asked for by change (kinds, the light before, the light now), or, when nothing is, the lines of the month; of
-- these perhaps only those that have had their light for so many delivered months in a row.
SELECT
    change.kind,
    change.light_before,
    change.light_now,
    change.indsats_id,
    {fields},
    change.disagrees,
    change.runs,
    change.snapshot_id,
    change.sheet,
    change.cell,
    step.in_row,
    step.since,
    fell.month AS fell_in,
    fell.said.text AS fell_text,
    fell.said.reason AS fell_reason
FROM change
LEFT JOIN fell ON change.kind = 'worsened' AND fell.indsats_id = change.indsats_id
LEFT JOIN line_step AS step
    ON step.plan = $plan AND step.scope = $scope AND step.month = $month AND step.indsats_id = change.indsats_id
LEFT JOIN light AS rank_now ON rank_now.name = change.light_now
LEFT JOIN light AS rank_before ON rank_before.name = change.light_before
WHERE CASE
    WHEN len($kinds) + len($lights_before) + len($lights_now) = 0 THEN change.is_selected
    ELSE change.kind IS NOT NULL
END
  AND (len($kinds) = 0 OR list_contains($kinds::VARCHAR[], change.kind))
  AND (len($lights_before) = 0 OR list_contains($lights_before::VARCHAR[], change.light_before))
  AND (len($lights_now) = 0 OR list_contains($lights_now::VARCHAR[], change.light_now))
  AND ($shortest IS NULL OR step.in_row BETWEEN $shortest AND $longest)
ORDER BY rank_now.rank NULLS LAST, step.in_row DESC, rank_before.rank, change.title COLLATE da, change.code
