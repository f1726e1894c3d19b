-- The last meeting of direktionen that looked at a month before the one shown, and what was red then and still is.
SELECT here.indsats_id, here.since || ' ' || meeting.held_on AS basis, NULL AS n, strftime(meeting.held_on, '%d.%m.%Y') AS detail
FROM here
JOIN (
    SELECT meeting_id, held_on, month FROM current_meeting
    WHERE body = 'direktionen' AND locked AND month <= $month
    ORDER BY held_on DESC LIMIT 1
) AS meeting ON here.since <= meeting.month
WHERE here.state = 'red' AND NOT EXISTS (
    FROM current_decision AS decision
    WHERE decision.indsats_id = here.indsats_id AND decision.meeting_id = meeting.meeting_id
)
