-- The lines of a month whose counted light is not what it was (counted_before), and in which of the scopes that counted then;
-- NULL is no line.
WITH before AS (SELECT * FROM counted_before WHERE plan = $plan AND month = $month),
now AS (
    SELECT scope, indsats_id, title, code, shown_light AS state
    FROM defined_status
    WHERE plan = $plan AND month = $month AND scope IN (SELECT scope FROM before)
)
SELECT
    arg_min(concat_ws(' ', coalesce(now.title, before.title), coalesce(now.code, before.code)), scope <> 'plan') AS name,
    before.state AS light_before,
    now.state AS light_now,
    list(scope ORDER BY scope <> 'plan', scope <> 'tvaergaaende', scope COLLATE da) AS scopes
FROM before
FULL JOIN now USING (scope, indsats_id)
LEFT JOIN light ON light.name = coalesce(now.state, before.state)
WHERE before.state IS DISTINCT FROM now.state
GROUP BY indsats_id, before.state, now.state
ORDER BY min(light.rank), 1 COLLATE da, indsats_id
