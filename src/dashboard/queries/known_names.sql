-- Every name that a line is known by up to a month ($month NULL: any), the newest first, with the light it had last. Where two
-- plans or scopes tell a line in one month, the newest plan's and widest scope's word counts.
WITH told AS (
    SELECT
        indsats_id,
        month,
        unnest(arg_max(
            {'title': title, 'code': code, 'light': shown_light, 'udvalg': array_to_string(udvalg, ', ')},
            (plan, scope = 'plan', scope)
        ))
    FROM line_month
    WHERE state <> 'absent' AND ($month::VARCHAR IS NULL OR month <= $month)
    GROUP BY indsats_id, month
),
name AS (
    SELECT indsats_id, title, code, max(month) AS month FROM told GROUP BY indsats_id, title, code
),
latest AS (
    SELECT
        indsats_id,
        max(month) AS told_month,
        unnest(arg_max({'title_now': title, 'code_now': code, 'light': light, 'udvalg': udvalg}, month))
    FROM told
    GROUP BY indsats_id
)
SELECT indsats_id, title, code, title_now, code_now, udvalg, light, told_month
FROM name
JOIN latest USING (indsats_id)
ORDER BY title_now COLLATE da, code_now, indsats_id, month DESC
