SELECT locked, written_at, written_by FROM meeting_lock WHERE meeting_id = $meeting ORDER BY version
