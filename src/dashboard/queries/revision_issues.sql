SELECT number, severity, kind, sheet, cell, value, message
FROM issue
WHERE snapshot_id = $snapshot
ORDER BY severity <> 'error', number
