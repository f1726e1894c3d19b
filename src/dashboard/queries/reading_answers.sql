-- What was answered about tables, those that stand first; a replaced one was withdrawn as another was given.
SELECT
    a.answer_id,
    a.layout,
    a.headings,
    a.subject,
    a.value,
    a.given_at,
    a.given_by,
    w.file_name,
    CASE
        WHEN a.withdrawn_at IS NULL THEN 'stands'
        WHEN EXISTS (
            FROM event AS e WHERE e.what = 'replace-answer' AND e.detail = a.answer_id::VARCHAR
        ) THEN 'replaced'
        ELSE 'forgotten'
    END AS state,
    a.withdrawn_at,
    a.withdrawn_by
FROM reading_answer AS a
JOIN snapshot AS s USING (snapshot_id)
JOIN workbook AS w USING (workbook_id)
ORDER BY a.withdrawn_at IS NOT NULL, a.answer_id DESC
