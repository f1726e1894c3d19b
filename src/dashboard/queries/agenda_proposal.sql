-- Why each line of the month would be on a body's agenda: what direktionen highlights to those who are told of the whole plan, what
-- the meetings it has held left open or picked, and what the lights say since the last of them. A line stands where its weightiest reason puts it.
, held AS (
    SELECT meeting_id, held_on, plan, month, cross_month FROM current_meeting
    WHERE body = $body AND locked AND held_on < $held_on
),
last_held AS (FROM held ORDER BY held_on DESC, meeting_id DESC LIMIT 1),
-- what the last meeting knew as red, or said its own colour of
known_red AS (
    SELECT DISTINCT item.indsats_id
    FROM current_item AS item
    JOIN last_held USING (meeting_id)
    LEFT JOIN line_step AS step
        ON step.indsats_id = item.indsats_id AND step.plan = last_held.plan
        AND step.month IN (last_held.month, last_held.cross_month)
    WHERE item.light IS NOT NULL OR step.state = 'red'
),
reason AS (
    SELECT indsats_id, 'highlighted' AS reason, 0 AS weight
    FROM standing_half_year_word
    WHERE $takes_highlights AND placed_in IS NULL AND plan = $plan AND month = $month
    UNION ALL
    SELECT decision.indsats_id, 'follow_up', coalesce(-date_diff('day', decision.due, $held_on::DATE), 0)
    FROM current_decision AS decision
    JOIN held USING (meeting_id)
    WHERE decision.is_open AND decision.indsats_id IS NOT NULL
    UNION ALL
    SELECT
        step.indsats_id,
        CASE WHEN step.in_row > 1 THEN 'still_red' WHEN known_red.indsats_id IS NULL THEN 'new_red' ELSE 'known_red' END,
        -step.in_row
    FROM line_step AS step
    LEFT JOIN known_red USING (indsats_id)
    WHERE step.plan = $plan AND step.scope = $scope AND step.month = $month AND step.state = 'red'
    UNION ALL
    SELECT item.indsats_id, 'focus', 0
    FROM current_item AS item
    WHERE item.focus AND item.indsats_id IS NOT NULL AND item.meeting_id = (SELECT meeting_id FROM last_held)
    UNION ALL
    SELECT indsats_id, 'obs', 0 FROM now WHERE coalesce(trim(obs), '') <> '' AND NOT done
    UNION ALL
    SELECT indsats_id, CASE kind WHEN 'worsened' THEN 'worse_yellow' ELSE 'back_yellow' END, 0
    FROM change
    WHERE kind IN ('worsened', 'reported_again', 'returned') AND light_now = 'yellow'
)
SELECT
    reason.indsats_id,
    NULL AS topic,
    now.title,
    now.code,
    now.shown_light AS light,
    $month AS month,
    $scope AS scope,
    list(reason.reason ORDER BY list_position($reasons::VARCHAR[], reason.reason)) AS reasons
FROM (SELECT indsats_id, reason, min(weight) AS weight FROM reason GROUP BY indsats_id, reason) AS reason
JOIN now USING (indsats_id)
GROUP BY reason.indsats_id, now.title, now.code, now.shown_light
ORDER BY
    min(list_position($reasons::VARCHAR[], reason.reason)),
    arg_min(reason.weight, list_position($reasons::VARCHAR[], reason.reason)),
    now.title COLLATE da, now.code
