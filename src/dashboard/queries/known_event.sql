-- The last thing that had been done at a moment, for the decisions about which lines are one.
SET VARIABLE known_event = (SELECT coalesce(max(event_id), 0) FROM event WHERE happened_at <= $moment)
