SELECT
    meeting_id,
    body,
    held_on,
    plan,
    month,
    scope,
    created_by,
    closed_at,
    closed_by,
    (SELECT count(*) FROM current_item AS item WHERE item.meeting_id = meeting.meeting_id) AS items,
    (SELECT count(*) FROM current_decision AS d WHERE d.meeting_id = meeting.meeting_id) AS decisions,
    (SELECT count(*) FROM current_decision AS d WHERE d.meeting_id = meeting.meeting_id AND d.is_open) AS open
FROM current_meeting AS meeting
ORDER BY held_on DESC, meeting_id DESC
