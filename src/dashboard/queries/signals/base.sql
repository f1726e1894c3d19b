-- After selection.sql, before the rules. step: what happened to every line of the scope; here: the step of the month, of
-- those in the plan or just gone; told: every month's facts and texts; moved: each time that a tidsplan was moved later, or
-- to words that name no day. A rule gives indsats_id, basis (what it rests on: settled stays settled while it is the same),
-- n (the number in its sentence) and detail (words beside it).
, step AS MATERIALIZED (SELECT * FROM line_step WHERE plan = $plan AND scope = $scope AND month <= $month),
due AS (SELECT unnest($schedules::VARCHAR[]) AS schedule, unnest($deadlines::DATE[]) AS deadline),
told AS MATERIALIZED (
    SELECT
        known.indsats_id, known.month, known.shown_light, known.done, known.status_text, known.schedule, known.red_reason,
        known.disagrees, due.deadline,
        row_number() OVER (PARTITION BY known.indsats_id ORDER BY known.month DESC) AS back
    FROM known
    LEFT JOIN due ON due.schedule = known.schedule
),
here AS MATERIALIZED (SELECT * FROM step WHERE month = $month AND (state <> 'absent' OR kind = 'gone')),
fact AS MATERIALIZED (SELECT * FROM told WHERE month = $month),
moved AS MATERIALIZED (
    SELECT step.indsats_id, step.month, step.schedule_before, step.schedule
    FROM moved_schedule AS step
    LEFT JOIN due AS earlier ON earlier.schedule = step.schedule_before
    LEFT JOIN due AS later ON later.schedule = step.schedule
    WHERE step.plan = $plan AND step.scope = $scope AND step.month <= $month AND coalesce(later.deadline > earlier.deadline, true)
)
