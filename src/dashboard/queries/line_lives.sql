-- Each line by what was last known of it: those that the filters let through then.
, latest AS (
    SELECT matching.*
    FROM matching
    JOIN (SELECT indsats_id, max(month) AS month FROM known GROUP BY indsats_id) AS last USING (indsats_id, month)
),
life AS (
    SELECT
        indsats_id,
        count(*) FILTER (WHERE state = 'red') AS months_red,
        count(*) FILTER (WHERE kind NOT IN ('new', 'unchanged')) AS changes
    FROM line_step
    WHERE plan = $plan AND scope = $scope AND month <= $month
    GROUP BY indsats_id
)
SELECT
    latest.indsats_id,
    latest.title,
    latest.code,
    array_to_string(latest.udvalg, ', ') AS udvalg,
    latest.snapshot_id,
    step.state,
    step.in_row,
    step.since,
    life.months_red,
    life.changes
FROM latest
JOIN line_step AS step
    ON step.plan = $plan AND step.scope = $scope AND step.month = $month AND step.indsats_id = latest.indsats_id
JOIN life ON life.indsats_id = latest.indsats_id
LEFT JOIN light ON light.name = step.state
ORDER BY light.rank NULLS LAST, life.months_red DESC, step.in_row DESC, latest.title COLLATE da, latest.code
