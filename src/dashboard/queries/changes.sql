SELECT
    kind,
    indsats_id,
    title,
    code,
    nullif(light_before, 'absent') AS light_before,
    nullif(light_now, 'absent') AS light_now,
    array_to_string(udvalg, ', ') AS udvalg,
    coalesce(status_text, red_reason, '') AS text,
    CASE WHEN status_text IS NULL AND red_reason IS NOT NULL THEN 'red_reason' ELSE 'status_text' END AS text_field,
    runs,
    disagrees,
    snapshot_id,
    sheet,
    cell
FROM change
LEFT JOIN light AS rank_now ON rank_now.name = light_now
LEFT JOIN light AS rank_before ON rank_before.name = light_before
WHERE list_contains($kinds::VARCHAR[], kind)
ORDER BY
    list_position($kinds::VARCHAR[], kind),
    rank_now.rank, rank_before.rank DESC, title COLLATE da, code
