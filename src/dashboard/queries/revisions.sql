-- The revisions asked for, newest import first: what one holds, whether it counts, and what differs from the one before.
-- What is compared is what a line says, not the cell where it says it.
WITH revision AS (
    FROM (
        SELECT
            snapshot.*,
            lag(snapshot_id) OVER (PARTITION BY plan, month, scope ORDER BY revision) AS before_id
        FROM snapshot
        WHERE month = coalesce($month, month) AND scope = coalesce($scope, scope) AND plan = coalesce($of_plan, plan)
    ) AS every
    WHERE $of IS NULL OR list_contains($of::INTEGER[], every.snapshot_id)
),
held AS (SELECT snapshot_id FROM revision UNION SELECT before_id FROM revision WHERE before_id IS NOT NULL),
content AS (
    SELECT
        s.snapshot_id,
        s.indsats_id,
        CASE WHEN s.done THEN 'done' ELSE s.light END AS shown_light,
        ({fields}, a.amounts) AS said
    FROM line_status AS s
    LEFT JOIN (
        SELECT snapshot_id, indsats_id, list((year, amount) ORDER BY year) AS amounts
        FROM line_amount
        WHERE line_amount.snapshot_id IN (SELECT snapshot_id FROM held)
        GROUP BY snapshot_id, indsats_id
    ) AS a USING (snapshot_id, indsats_id)
    WHERE s.snapshot_id IN (SELECT snapshot_id FROM held)
),
now AS (
    SELECT r.snapshot_id AS of_id, c.* FROM revision AS r JOIN content AS c USING (snapshot_id) WHERE r.before_id IS NOT NULL
),
before AS (SELECT r.snapshot_id AS of_id, c.* FROM revision AS r JOIN content AS c ON c.snapshot_id = r.before_id),
difference AS (
    SELECT
        of_id,
        count(*) FILTER (WHERE before.indsats_id IS NULL) AS n_new,
        count(*) FILTER (WHERE now.indsats_id IS NULL) AS n_gone,
        count(*) FILTER (WHERE now.shown_light <> before.shown_light) AS n_light,
        count(*) FILTER (
            WHERE now.shown_light <> before.shown_light
               OR now.indsats_id = before.indsats_id AND now.said IS DISTINCT FROM before.said
        ) AS n_changed
    FROM now
    FULL JOIN before USING (of_id, indsats_id)
    GROUP BY of_id
),
counted AS (
    SELECT
        s.snapshot_id,
        count(*) AS lines,
        {lights_counted}
    FROM (SELECT snapshot_id, CASE WHEN done THEN 'done' ELSE light END AS shown_light FROM status) AS s
    JOIN revision AS r ON r.snapshot_id = s.snapshot_id
    GROUP BY s.snapshot_id
),
noted AS (
    SELECT
        snapshot_id,
        count(*) FILTER (WHERE severity = 'error') AS errors,
        count(*) FILTER (WHERE severity <> 'error') AS warnings
    FROM issue
    GROUP BY snapshot_id
)
SELECT
    r.snapshot_id,
    r.plan,
    r.month,
    r.scope,
    r.revision,
    CASE
        WHEN r.withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN r.snapshot_id IN (SELECT snapshot_id FROM current_snapshot) THEN 'counts'
        ELSE 'replaced'
    END AS state,
    w.file_name,
    w.sha256,
    r.imported_at,
    r.imported_by,
    r.withdrawn_at,
    r.withdrawn_by,
    CASE WHEN r.withdrawn_at IS NOT NULL THEN why.note END AS withdrawn_note,
    r.is_example,
    coalesce(c.lines, 0) AS lines,
    coalesce(c.red, 0) AS red,
    coalesce(c.yellow, 0) AS yellow,
    coalesce(c.green, 0) AS green,
    coalesce(c.not_reported, 0) AS not_reported,
    coalesce(c.done, 0) AS done,
    coalesce(n.errors, 0) AS errors,
    coalesce(n.warnings, 0) AS warnings,
    CASE WHEN r.before_id IS NOT NULL THEN d.n_new END AS n_new,
    CASE WHEN r.before_id IS NOT NULL THEN d.n_gone END AS n_gone,
    CASE WHEN r.before_id IS NOT NULL THEN d.n_light END AS n_light,
    CASE WHEN r.before_id IS NOT NULL THEN d.n_changed END AS n_changed
FROM revision AS r
LEFT JOIN counted AS c USING (snapshot_id)
LEFT JOIN noted AS n USING (snapshot_id)
LEFT JOIN (
    SELECT snapshot_id, arg_max(detail, event_id) AS note FROM event WHERE what = 'withdraw' GROUP BY snapshot_id
) AS why USING (snapshot_id)
LEFT JOIN difference AS d ON d.of_id = r.snapshot_id
JOIN workbook AS w USING (workbook_id)  -- last: DuckLake's tables have a hidden snapshot_id of their own
ORDER BY r.snapshot_id DESC
