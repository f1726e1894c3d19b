-- The items of a meeting in order, each line as it was known for the month that the meeting looks at; one that is not told
-- of there has its name from when it was told of last.
SELECT
    item.item_id,
    item.version,
    item.indsats_id,
    item.topic,
    item.reasons,
    item.position,
    item.invited,
    item.focus,
    item.light AS seen_light,
    item.written_at,
    item.written_by,
    coalesce(line.title, last.title) AS title,
    coalesce(line.code, last.code) AS code,
    line.udvalg,
    line.responsible,
    line.shown_light AS light,
    step.in_row,
    step.since,
    (SELECT count(*) FROM current_decision AS d WHERE d.item_id = item.item_id) AS decisions
FROM current_item AS item
JOIN current_meeting AS meeting USING (meeting_id)
LEFT JOIN scope_status AS line
    ON line.indsats_id = item.indsats_id AND line.plan = meeting.plan AND line.month = meeting.month
    AND line.scope = meeting.scope
LEFT JOIN line_step AS step
    ON step.indsats_id = item.indsats_id AND step.plan = meeting.plan AND step.month = meeting.month
    AND step.scope = meeting.scope
LEFT JOIN last_told AS last ON last.indsats_id = item.indsats_id
WHERE item.meeting_id = $meeting
ORDER BY item.position, item.item_id
