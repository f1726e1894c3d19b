-- Every name that a line is known by up to a month ($month NULL: any), the newest first, with the light it had last. Where two
-- plans or scopes tell a line in one month, the newest plan's and widest scope's word counts. A line that was only ever spelled in
-- one way need not be looked up month by month.
WITH told AS NOT MATERIALIZED (
    FROM line_month WHERE state <> 'absent' AND ($month::VARCHAR IS NULL OR month <= $month)
),
last AS MATERIALIZED (SELECT indsats_id, max(month) AS told_month FROM told GROUP BY indsats_id),
latest AS MATERIALIZED (
    SELECT
        told.indsats_id,
        last.told_month,
        arg_max(
            {'title': title, 'code': code, 'light': shown_light, 'udvalg': array_to_string(udvalg, ', ')},
            (plan, scope = 'plan', scope)
        ) AS said
    FROM told
    JOIN last ON last.indsats_id = told.indsats_id AND last.told_month = told.month
    GROUP BY told.indsats_id, last.told_month
),
renamed AS (
    SELECT coalesce(same.line_id, n.indsats_id) AS indsats_id
    FROM indsats_name AS n
    LEFT JOIN indsats_identity AS same ON same.indsats_id = n.indsats_id
    GROUP BY ALL
    HAVING count(*) > 1
),
name AS (
    SELECT indsats_id, said.title, said.code, told_month AS month FROM latest WHERE indsats_id NOT IN (FROM renamed)
    UNION ALL
    SELECT indsats_id, said.title, said.code, max(month)
    FROM (
        SELECT indsats_id, month, arg_max({'title': title, 'code': code}, (plan, scope = 'plan', scope)) AS said
        FROM told
        WHERE indsats_id IN (FROM renamed)
        GROUP BY indsats_id, month
    )
    GROUP BY indsats_id, said.title, said.code
)
SELECT
    indsats_id,
    name.title,
    name.code,
    latest.said.title AS title_now,
    latest.said.code AS code_now,
    latest.said.udvalg AS udvalg,
    latest.said.light AS light,
    told_month
FROM name
JOIN latest USING (indsats_id)
ORDER BY title_now COLLATE da, code_now, indsats_id, month DESC
