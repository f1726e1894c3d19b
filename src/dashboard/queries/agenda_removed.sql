-- What was taken off a meeting's agenda and is not on it again.
SELECT
    item.item_id,
    item.version,
    item.indsats_id,
    item.topic,
    item.written_at,
    item.written_by,
    last.title,
    last.code
FROM newest_item AS item
LEFT JOIN last_told AS last USING (indsats_id)
WHERE item.removed
  AND item.meeting_id = $meeting
  AND (item.indsats_id IS NULL OR item.indsats_id NOT IN (
      SELECT indsats_id FROM current_item WHERE meeting_id = $meeting AND indsats_id IS NOT NULL
  ))
QUALIFY row_number() OVER (PARTITION BY item.indsats_id, item.topic ORDER BY item.item_id DESC) = 1
ORDER BY item.written_at DESC, item.item_id DESC
