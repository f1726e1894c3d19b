SELECT * FROM correction WHERE meeting_id = $meeting ORDER BY written_at, decision_id
