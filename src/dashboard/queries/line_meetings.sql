-- The meetings that said something of a line, up to a month's, newest first: decided, saw its light otherwise, or picked it.
SELECT
    item.item_id,
    item.meeting_id,
    meeting.body,
    meeting.held_on,
    item.light,
    item.focus
FROM current_item AS item
JOIN current_meeting AS meeting USING (meeting_id)
WHERE item.indsats_id = $indsats
  AND greatest(meeting.month, meeting.cross_month) <= $until
  AND (item.light IS NOT NULL OR item.focus OR item.item_id IN (SELECT item_id FROM current_decision))
ORDER BY meeting.held_on DESC, item.meeting_id DESC, item.item_id
