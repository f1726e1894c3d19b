SELECT happened_at, who, what, detail
FROM event
WHERE snapshot_id = $snapshot AND what IN ('import', 'withdraw', 'restore')
ORDER BY event_id
