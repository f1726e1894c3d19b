-- [event] the record: who did what and when, about which snapshot, and what it says of itself. Names are as they are now.
WITH numbered AS (SELECT *, try_cast(detail AS INTEGER) AS number FROM event),
line AS (
    SELECT indsats_id, arg_max(concat_ws(' ', title, code), snapshot_id) AS name FROM indsats_name GROUP BY indsats_id
),
gathering AS (
    SELECT meeting_id, arg_max(concat(body, ' ', held_on), version) AS name FROM meeting_version GROUP BY meeting_id
)
SELECT
    e.event_id,
    e.happened_at,
    e.who,
    e.what,
    s.plan,
    s.month,
    s.scope,
    s.revision,
    CASE
        WHEN e.what LIKE '%answer' THEN (
            SELECT concat(subject, ' = ', value) FROM reading_answer WHERE answer_id = e.number
        )
        WHEN e.what LIKE '%settle' THEN (
            SELECT concat_ws(': ', rule, line.name, note)
            FROM settled_signal LEFT JOIN line USING (indsats_id)
            WHERE settled_id = e.number
        )
        WHEN e.what LIKE '%-view' THEN (SELECT name FROM saved_view WHERE view_id = e.number)
        WHEN e.what LIKE '%-meeting' THEN (SELECT name FROM gathering WHERE meeting_id = e.number)
        WHEN e.what = 'agenda' THEN (
            SELECT concat(gathering.name, ': ', coalesce(line.name, topic), CASE WHEN removed THEN ' (taget af)' ELSE '' END)
            FROM agenda_item
            LEFT JOIN gathering USING (meeting_id)
            LEFT JOIN line USING (indsats_id)
            WHERE item_id = e.number AND written_at = e.happened_at
            ORDER BY version DESC LIMIT 1
        )
        WHEN e.what = 'decide' THEN (
            SELECT concat_ws(': ', coalesce(line.name, item.topic), CASE WHEN withdrawn THEN 'taget tilbage' ELSE text END)
            FROM decision
            LEFT JOIN agenda_item AS item ON item.item_id = decision.item_id AND item.version = 1
            LEFT JOIN line USING (indsats_id)
            WHERE decision_id = e.number AND decision.written_at = e.happened_at
            ORDER BY decision.version DESC LIMIT 1
        )
        WHEN e.what = 'half-year' THEN (
            SELECT concat_ws(': ', line.name, placed_in, text)
            FROM half_year_word LEFT JOIN line USING (indsats_id)
            WHERE word_id = e.number
        )
        WHEN e.what IN ('close-line', 'open-line') THEN (
            SELECT concat_ws(': ', line.name, note)
            FROM line_closing LEFT JOIN line USING (indsats_id)
            WHERE closing_id = e.number
        )
        ELSE e.detail
    END AS said
FROM numbered AS e
LEFT JOIN snapshot AS s USING (snapshot_id)
WHERE e.happened_at >= coalesce($since, e.happened_at)
ORDER BY e.event_id DESC
LIMIT $newest
