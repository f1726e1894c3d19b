SELECT coalesce(max(event_id), 0) AS version FROM event
