-- The lines whose counted light a rehearsed import changes, and in which of the scopes that counted before; NULL is no line.
SELECT
    arg_min(concat_ws(' ', coalesce(now.title, before.title), coalesce(now.code, before.code)), scope <> 'plan') AS name,
    nullif(before.state, 'absent') AS light_before,
    now.state AS light_now,
    list(scope ORDER BY scope <> 'plan', scope <> 'tvaergaaende', scope COLLATE da) AS scopes
FROM counted_before AS before
FULL JOIN line_month AS now USING (scope, indsats_id)
LEFT JOIN light ON light.name = coalesce(now.state, before.state)
WHERE scope IN (SELECT scope FROM counted_before) AND nullif(before.state, 'absent') IS DISTINCT FROM now.state
GROUP BY indsats_id, before.state, now.state
ORDER BY min(light.rank), 1 COLLATE da, indsats_id
