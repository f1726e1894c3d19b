-- What must hold, as one query for each rule: name of the rule, then what breaks it. An empty answer is a sound database.
-- $snapshot limits it to what one snapshot wrote; NULL checks everything.

-- rule: each id stands once
SELECT 'workbook_id twice: ' || workbook_id FROM workbook GROUP BY workbook_id HAVING count(*) > 1
UNION ALL
SELECT 'snapshot_id twice: ' || snapshot_id FROM snapshot GROUP BY snapshot_id HAVING count(*) > 1
UNION ALL
SELECT 'indsats_id twice: ' || indsats_id FROM indsats GROUP BY indsats_id HAVING count(*) > 1
UNION ALL
SELECT 'event_id twice: ' || event_id FROM event GROUP BY event_id HAVING count(*) > 1
UNION ALL
SELECT 'view_id twice: ' || view_id FROM saved_view GROUP BY view_id HAVING count(*) > 1
UNION ALL
SELECT 'settled_id twice: ' || settled_id FROM settled_signal GROUP BY settled_id HAVING count(*) > 1
UNION ALL
SELECT 'word_id twice: ' || word_id FROM half_year_word GROUP BY word_id HAVING count(*) > 1
UNION ALL
SELECT 'closing_id twice: ' || closing_id FROM line_closing GROUP BY closing_id HAVING count(*) > 1
UNION ALL
-- rule: who closes or opens a line says why, of a line that there is
SELECT 'unsound word on who may see a line: ' || closing_id FROM line_closing
WHERE indsats_id NOT IN (SELECT indsats_id FROM indsats) OR trim(note) = '' OR written_by = ''
UNION ALL
-- rule: a word on a half-year status is of a line, says something, names a list that there is, and one of a kind stands at a time
SELECT 'unsound word on a half-year status: ' || word_id FROM half_year_word
WHERE indsats_id NOT IN (SELECT indsats_id FROM indsats)
   OR trim(text) = ''
   OR placed_in NOT IN ('under_way', 'focus', 'treatment', 'outside')
   OR (withdrawn_at IS NULL) <> (withdrawn_by IS NULL)
UNION ALL
SELECT 'two words on a half-year status: ' || indsats_id || ' ' || month FROM half_year_word WHERE withdrawn_at IS NULL
GROUP BY plan, month, indsats_id, placed_in IS NULL HAVING count(*) > 1
UNION ALL
-- rule: a revision number is used once within plan, month and scope
SELECT 'revision twice: ' || plan || ' ' || month || ' ' || scope || ' ' || revision
FROM snapshot GROUP BY plan, month, scope, revision HAVING count(*) > 1
UNION ALL
-- rule: a snapshot comes from a workbook that is kept
SELECT 'snapshot without workbook: ' || snapshot_id
FROM snapshot WHERE workbook_id NOT IN (SELECT workbook_id FROM workbook)
UNION ALL
-- rule: a line stands once in a snapshot
SELECT 'line twice in snapshot ' || snapshot_id || ': ' || indsats_id
FROM status WHERE snapshot_id = coalesce($snapshot, snapshot_id)
GROUP BY snapshot_id, indsats_id HAVING count(*) > 1
UNION ALL
-- rule: a status belongs to a snapshot and an indsats, and its light is one of the four that can be reported
SELECT 'status without snapshot: ' || snapshot_id
FROM status WHERE snapshot_id = coalesce($snapshot, snapshot_id)
AND snapshot_id NOT IN (SELECT snapshot_id FROM snapshot)
UNION ALL
SELECT 'status without indsats: ' || indsats_id
FROM status WHERE snapshot_id = coalesce($snapshot, snapshot_id)
AND indsats_id NOT IN (SELECT indsats_id FROM indsats)
UNION ALL
SELECT 'unknown light: ' || light
FROM status WHERE snapshot_id = coalesce($snapshot, snapshot_id)
AND (light = 'done' OR light NOT IN (SELECT name FROM light))
UNION ALL
-- rule: an udvalg stands once in a line, an amount belongs to a status and stands once a year
SELECT 'udvalg twice in snapshot ' || snapshot_id || ': ' || indsats_id
FROM status WHERE snapshot_id = coalesce($snapshot, snapshot_id)
AND len(udvalg) > len(list_distinct(udvalg))
UNION ALL
SELECT 'amount without status or twice: ' || a.year || ' in snapshot ' || a.snapshot_id
FROM amount AS a
LEFT JOIN status AS s ON s.snapshot_id = a.snapshot_id AND s.indsats_id = a.indsats_id
WHERE a.snapshot_id = coalesce($snapshot, a.snapshot_id)
GROUP BY a.snapshot_id, a.indsats_id, a.year HAVING count(*) > 1 OR count(s.indsats_id) = 0
UNION ALL
-- rule: every title a line is reported under is among its names
SELECT 'title without name: ' || s.title || ' in snapshot ' || s.snapshot_id
FROM status AS s
LEFT JOIN indsats_name AS n
    ON n.indsats_id = s.indsats_id AND n.title = s.title AND n.code IS NOT DISTINCT FROM s.code
WHERE s.snapshot_id = coalesce($snapshot, s.snapshot_id) AND n.indsats_id IS NULL
UNION ALL
-- rule: an issue belongs to a snapshot
SELECT 'issue without snapshot: ' || snapshot_id
FROM issue WHERE snapshot_id = coalesce($snapshot, snapshot_id)
AND snapshot_id NOT IN (SELECT snapshot_id FROM snapshot)
UNION ALL
-- rule: a revision is imported once, and is withdrawn exactly when that is the last thing done to it
SELECT 'not imported once: snapshot ' || s.snapshot_id
FROM snapshot AS s
LEFT JOIN event AS e ON e.snapshot_id = s.snapshot_id AND e.what = 'import'
WHERE s.snapshot_id = coalesce($snapshot, s.snapshot_id)
GROUP BY s.snapshot_id HAVING count(e.event_id) <> 1
UNION ALL
SELECT 'state and events disagree: snapshot ' || s.snapshot_id
FROM snapshot AS s
JOIN event AS e ON e.snapshot_id = s.snapshot_id AND e.what IN ('import', 'withdraw', 'restore')
WHERE s.snapshot_id = coalesce($snapshot, s.snapshot_id)
GROUP BY s.snapshot_id, s.withdrawn_at
HAVING (arg_max(e.what, e.event_id) = 'withdraw') <> (s.withdrawn_at IS NOT NULL)
