-- The lines that are closed now, and who said so last; one, or all there are.
SELECT indsats_id, written_at, written_by, note
FROM closed_line
ORDER BY indsats_id
