SELECT happened_at, who, what, CASE WHEN what = 'withdraw' THEN detail END AS note
FROM event
WHERE snapshot_id = $snapshot AND what IN ('import', 'withdraw', 'restore')
ORDER BY event_id
