-- After selection.sql, before the rules. here: what happened to every line in the plan or just gone, in each month from $first to
-- the one that is shown; fact: what they say in it; moved: each time that a tidsplan was moved later, or to words that name no day.
-- A rule gives indsats_id, month, basis (what it rests on: settled stays settled while it is the same), n (the number in its
-- sentence) and detail (words beside it).
, due AS (SELECT unnest($schedules::VARCHAR[]) AS schedule, unnest($deadlines::DATE[]) AS deadline),
here AS MATERIALIZED (
    FROM line_step
    WHERE plan = $plan AND scope = $scope AND month BETWEEN $first AND $month AND (state <> 'absent' OR kind = 'gone')
),
fact AS MATERIALIZED (
    SELECT
        known.indsats_id, known.month, known.done, known.status_text, known.schedule, known.red_reason, known.disagrees,
        due.deadline
    FROM known
    LEFT JOIN due ON due.schedule = known.schedule
    WHERE known.month BETWEEN $first AND $month
),
moved AS MATERIALIZED (
    SELECT step.indsats_id, step.month, step.schedule_before, step.schedule
    FROM moved_schedule AS step
    LEFT JOIN due AS earlier ON earlier.schedule = step.schedule_before
    LEFT JOIN due AS later ON later.schedule = step.schedule
    WHERE step.plan = $plan AND step.scope = $scope AND step.month <= $month AND coalesce(later.deadline > earlier.deadline, true)
)
