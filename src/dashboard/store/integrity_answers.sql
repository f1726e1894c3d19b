-- What must hold about answers on how tables are read, written like integrity.sql and always for everything.

-- rule: an answer has an id of its own, was given with a workbook that is kept, and is withdrawn by somebody at some
-- time or not at all; each of that has its event
SELECT 'answer_id twice: ' || answer_id FROM reading_answer GROUP BY answer_id HAVING count(*) > 1
UNION ALL
SELECT 'answer without snapshot: ' || answer_id
FROM reading_answer WHERE snapshot_id NOT IN (SELECT snapshot_id FROM snapshot)
UNION ALL
SELECT 'answer and events disagree: ' || a.answer_id
FROM reading_answer AS a
LEFT JOIN event AS e
    ON e.detail = a.answer_id::VARCHAR AND e.what IN ('answer', 'replace-answer', 'forget-answer')
GROUP BY a.answer_id, a.withdrawn_at, a.withdrawn_by
HAVING (a.withdrawn_at IS NULL) <> (a.withdrawn_by IS NULL)
    OR count(*) FILTER (WHERE e.what = 'answer') <> 1
    OR count(*) FILTER (WHERE e.what <> 'answer') <> (a.withdrawn_at IS NOT NULL)::INTEGER
UNION ALL
-- rule: what is asked about and what is answered are known
SELECT 'unsound answer: ' || answer_id
FROM reading_answer
WHERE layout = '' OR NOT CASE
    WHEN regexp_full_match(subject, 'column -?[0-9]+') THEN value IN (SELECT unnest($roles))
    WHEN starts_with(subject, 'none ') THEN subject[6:] IN (SELECT unnest($roles)) AND value = ''
    WHEN starts_with(subject, 'word ') THEN subject[6:] <> '' AND value IN (SELECT name FROM light)
    WHEN subject = 'months' THEN value = 'all'
    WHEN subject = 'table' THEN value IN ('other', 'lines')
    ELSE subject = 'subtasks' AND value IN ('parts', 'lines')
END
UNION ALL
-- rule: of each layout and subject one answer stands, and of a role that one column has one as well
SELECT 'two answers: ' || min(answer_id) || ' and ' || max(answer_id)
FROM reading_answer WHERE withdrawn_at IS NULL GROUP BY layout, subject HAVING count(*) > 1
UNION ALL
SELECT 'two columns for one role: ' || min(answer_id) || ' and ' || max(answer_id)
FROM (
    SELECT answer_id, layout, CASE WHEN starts_with(subject, 'none ') THEN subject[6:] ELSE value END AS role
    FROM reading_answer
    WHERE withdrawn_at IS NULL AND (starts_with(subject, 'none ') OR starts_with(subject, 'column '))
)
WHERE role IN (SELECT unnest($one_column_roles))
GROUP BY layout, role HAVING count(*) > 1
