-- Decisions that stand, newest meeting first: of a meeting, of a line, of a body, or all; only the open ones when asked.
SELECT
    d.*,
    line.title,
    line.code
FROM current_decision AS d
LEFT JOIN last_told AS line USING (indsats_id)
WHERE ($meeting IS NULL OR d.meeting_id = $meeting)
  AND ($indsats IS NULL OR d.indsats_id = $indsats)
  AND ($body IS NULL OR d.body = $body)
  AND (NOT $only_open OR d.is_open)
  AND ($until IS NULL OR d.month <= $until)
ORDER BY d.held_on DESC, d.meeting_id DESC, d.decision_id
