-- After selection.sql, before the rules. step: what happened to every line of the scope; here: the step of the month, of the
-- lines that the filters leave; told: every month's facts and texts; moved: each time that a tidsplan was moved later, or
-- to words that name no day. A rule gives indsats_id, basis (what it rests on: settled stays settled while it is the same),
-- n (the number in its sentence) and detail (words beside it).
, step AS MATERIALIZED (SELECT * FROM line_step WHERE scope = $scope AND month <= $month),
due AS (SELECT unnest($schedules::VARCHAR[]) AS schedule, unnest($deadlines::DATE[]) AS deadline),
told AS MATERIALIZED (
    SELECT
        known.indsats_id, known.month, known.shown_light, known.done, known.status_text, known.schedule, known.red_reason,
        known.disagrees, due.deadline,
        row_number() OVER (PARTITION BY known.indsats_id ORDER BY known.month DESC) AS back
    FROM known
    LEFT JOIN due ON due.schedule = known.schedule
),
shown AS MATERIALIZED (
    SELECT indsats_id FROM now
    UNION ALL
    SELECT step.indsats_id
    FROM step JOIN matching ON matching.indsats_id = step.indsats_id AND matching.month = step.month_before
    WHERE step.month = $month AND step.state = 'absent' AND step.kind = 'gone'
),
here AS MATERIALIZED (SELECT step.* FROM step JOIN shown USING (indsats_id) WHERE step.month = $month),
fact AS MATERIALIZED (SELECT told.* FROM told JOIN shown USING (indsats_id) WHERE told.month = $month),
moved AS MATERIALIZED (
    SELECT step.indsats_id, step.month, step.schedule_before, step.schedule
    FROM moved_schedule AS step
    LEFT JOIN due AS earlier ON earlier.schedule = step.schedule_before
    LEFT JOIN due AS later ON later.schedule = step.schedule
    WHERE step.scope = $scope AND step.month <= $month AND coalesce(later.deadline > earlier.deadline, true)
)
