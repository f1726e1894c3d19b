-- Every name that a line is known by up to a month ($month NULL: any), the newest first, with the light it had last.
WITH told AS (
    SELECT indsats_id, month, title, code, shown_light, array_to_string(udvalg, ', ') AS udvalg
    FROM line_month
    WHERE state <> 'absent' AND ($month::VARCHAR IS NULL OR month <= $month)
    QUALIFY row_number() OVER (PARTITION BY month, indsats_id ORDER BY plan DESC, scope <> 'plan', scope) = 1
),
latest AS (
    SELECT * FROM told QUALIFY row_number() OVER (PARTITION BY indsats_id ORDER BY month DESC) = 1
),
name AS (
    SELECT indsats_id, title, code, max(month) AS month FROM told GROUP BY indsats_id, title, code
)
SELECT
    name.indsats_id,
    name.title,
    name.code,
    latest.title AS title_now,
    latest.code AS code_now,
    latest.udvalg,
    latest.shown_light AS light,
    latest.month AS told_month
FROM name
JOIN latest USING (indsats_id)
ORDER BY latest.title COLLATE da, latest.code, name.indsats_id, name.month DESC
