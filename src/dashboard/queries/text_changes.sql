-- Spaces, line breaks and the month that words are from are no difference. Where only the marks in a text may differ it is given too: what was marked is
-- found in text_changes.py.
, told AS (
    SELECT *, coalesce(trim(regexp_replace(regexp_replace(text, '{month_kept}', ''), '\s+', ' ', 'g')), '') AS words
    FROM (SELECT * REPLACE (nullif(array_to_string(udvalg, ', '), '') AS udvalg) FROM scoped)
    UNPIVOT INCLUDE NULLS (
        text FOR field IN ({compared})
    )
)
SELECT
    indsats_id,
    line.title,
    line.code,
    line.shown_light AS light,
    field,
    coalesce(earlier.text, '') AS old_text,
    coalesce(later.text, '') AS new_text,
    earlier.runs AS old_runs,
    later.runs AS runs,
    earlier.words <> later.words AS is_text
FROM told AS later
JOIN told AS earlier USING (indsats_id, field)
JOIN now AS line USING (indsats_id)
WHERE later.month = $month
  AND earlier.month = $compare
  AND (earlier.words <> later.words OR later.runs IS NOT NULL)
ORDER BY line.title COLLATE da, line.code, indsats_id, list_position($fields::VARCHAR[], field)
