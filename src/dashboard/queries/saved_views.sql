SELECT view_id, name, page, query, saved_at, saved_by
FROM saved_view
WHERE withdrawn_at IS NULL
ORDER BY name COLLATE da, view_id
