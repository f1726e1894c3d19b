-- The points of a meeting in order, without the whole case. Each line is told as it was known for the newest month that the meeting
-- looks at and that tells of it (month), in the meeting's own scope or else in the widest that does (scope); one that is not told of
-- there has its name from when it was told of last. last_*: how the body saw it the last time it was on its agenda.
WITH point AS (
    SELECT item.*, meeting.body, meeting.held_on, meeting.plan, meeting.month, meeting.cross_month, meeting.scope AS own_scope
    FROM current_item AS item
    JOIN current_meeting AS meeting USING (meeting_id)
    WHERE item.meeting_id = $meeting AND NOT list_contains(item.reasons, 'case')
),
told AS (
    SELECT point.item_id, line.*
    FROM point
    JOIN line_month AS line
        ON line.indsats_id = point.indsats_id AND line.plan = point.plan AND line.state <> 'absent'
        AND (line.month = point.month OR (line.month = point.cross_month AND line.scope = 'tvaergaaende'))
    QUALIFY row_number() OVER (
        PARTITION BY point.item_id
        ORDER BY line.month DESC, line.scope = point.own_scope DESC, line.scope = 'plan' DESC, line.scope = 'tvaergaaende' DESC, line.scope
    ) = 1
),
seen AS (
    SELECT point.item_id, earlier.light, meeting.held_on
    FROM point
    JOIN current_item AS earlier USING (indsats_id)
    JOIN current_meeting AS meeting ON meeting.meeting_id = earlier.meeting_id
    WHERE meeting.body = point.body AND meeting.held_on < point.held_on
      AND (meeting.locked OR earlier.light IS NOT NULL)
    QUALIFY row_number() OVER (PARTITION BY point.item_id ORDER BY meeting.held_on DESC, earlier.item_id DESC) = 1
)
SELECT
    point.item_id,
    point.version,
    point.indsats_id,
    point.topic,
    point.reasons,
    point.position,
    point.invited,
    point.focus,
    point.light AS seen_light,
    point.documents,
    coalesce(told.title, last.title) AS title,
    coalesce(told.code, last.code) AS code,
    told.month,
    told.scope,
    told.udvalg,
    told.responsible,
    told.shown_light AS light,
    told.in_row,
    told.since,
    seen.light AS last_seen_light,
    seen.held_on AS last_seen_on,
    (SELECT count(*) FROM current_decision AS d WHERE d.item_id = point.item_id) AS decisions
FROM point
LEFT JOIN told USING (item_id)
LEFT JOIN seen USING (item_id)
LEFT JOIN last_told AS last ON last.indsats_id = point.indsats_id
ORDER BY point.position, point.item_id
