-- The lines whose counted light is not what it was (counted_before) in the months of these snapshots, and in which of the scopes
-- that counted then; NULL is no line, as before that of $hidden ones. A month that counted and stays as it was is a row without a line.
WITH of_month AS (
    SELECT snapshot_id, plan, month
    FROM snapshot
    WHERE list_contains($snapshots::INTEGER[], snapshot_id) AND (plan, month) IN (SELECT (plan, month) FROM counted_before)
),
before AS (
    SELECT * REPLACE (CASE WHEN NOT list_contains($hidden::INTEGER[], indsats_id) THEN state END AS state)
    FROM counted_before
    WHERE (plan, month) IN (SELECT (plan, month) FROM of_month)
),
now AS (
    SELECT plan, month, scope, indsats_id, title, code, shown_light AS state
    FROM defined_status
    WHERE (plan, month, scope) IN (SELECT (plan, month, scope) FROM before)
),
changed AS (
    SELECT
        plan,
        month,
        indsats_id,
        arg_min(concat_ws(' ', coalesce(now.title, before.title), coalesce(now.code, before.code)), scope <> 'plan') AS name,
        before.state AS light_before,
        now.state AS light_now,
        list(scope ORDER BY scope <> 'plan', scope <> 'tvaergaaende', scope COLLATE da) AS scopes
    FROM before
    FULL JOIN now USING (plan, month, scope, indsats_id)
    WHERE before.state IS DISTINCT FROM now.state
    GROUP BY plan, month, indsats_id, before.state, now.state
)
SELECT snapshot_id, changed.name, light_before, light_now, scopes
FROM of_month
LEFT JOIN changed USING (plan, month)
LEFT JOIN light ON light.name = coalesce(light_now, light_before)
ORDER BY light.rank, changed.name COLLATE da, indsats_id
