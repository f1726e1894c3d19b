-- case_item: the item that is the whole case, and its newest version; NULL for a meeting made before there was one.
SELECT
    meeting.*,
    whole.item_id AS case_item,
    whole.topic AS case_title,
    whole.version AS case_version,
    coalesce(whole.documents, []) AS documents,
    (
        SELECT count(*) FROM current_item AS item
        WHERE item.meeting_id = meeting.meeting_id AND NOT list_contains(item.reasons, 'case')
    ) AS items,
    (SELECT count(*) FROM current_decision AS d WHERE d.meeting_id = meeting.meeting_id) AS decisions,
    (SELECT count(*) FROM current_decision AS d WHERE d.meeting_id = meeting.meeting_id AND d.is_open) AS open
FROM current_meeting AS meeting
LEFT JOIN (FROM current_item WHERE list_contains(reasons, 'case')) AS whole USING (meeting_id)
ORDER BY meeting.held_on DESC, meeting.meeting_id DESC
