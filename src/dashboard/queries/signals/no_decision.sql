-- The last meeting of direktionen that looked at a month before the one shown, and what was red then and still is.
SELECT here.indsats_id, here.month, here.since || ' ' || meeting.held_on AS basis, NULL AS n, strftime(meeting.held_on, '%d.%m.%Y') AS detail
FROM here
JOIN (
    SELECT shown.month, arg_max((held.meeting_id, held.month), held.held_on) AS last, max(held.held_on) AS held_on
    FROM (SELECT DISTINCT month FROM here) AS shown
    JOIN current_meeting AS held ON held.body = 'direktionen' AND held.locked AND held.month <= shown.month
    GROUP BY shown.month
) AS meeting ON meeting.month = here.month AND here.since <= meeting.last[2]
WHERE here.state = 'red' AND NOT EXISTS (
    FROM current_decision AS decision
    WHERE decision.indsats_id = here.indsats_id AND decision.meeting_id = meeting.last[1]
)
