-- Where the other workbooks of a month give a line of these snapshots another light, and one of the two counts: which other, and
-- whether this one overrules it.
SELECT
    own.snapshot_id,
    w.file_name,
    other.scope,
    concat_ws(' ', other.title, other.code) AS name,
    other.shown_light AS other_light,
    own.shown_light AS own_light,
    newest.snapshot_id = own.snapshot_id AS overruled
FROM current_status AS own
JOIN current_status AS other USING (plan, month, indsats_id)
JOIN newest_status AS newest USING (plan, month, indsats_id)
JOIN snapshot AS s ON s.snapshot_id = other.snapshot_id
JOIN workbook AS w USING (workbook_id)
WHERE list_contains($snapshots::INTEGER[], own.snapshot_id)
  AND newest.snapshot_id IN (own.snapshot_id, other.snapshot_id)
  AND other.shown_light <> own.shown_light
  AND NOT list_contains($hidden::INTEGER[], own.indsats_id)
ORDER BY other.snapshot_id DESC, overruled DESC, name COLLATE da
