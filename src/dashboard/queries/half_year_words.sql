-- What people said of the lines of a half-year status, as it stands.
WITH named AS (
    SELECT indsats_id, arg_max(concat_ws(' ', title, code), snapshot_id) AS name FROM indsats_name GROUP BY indsats_id
)
SELECT word.word_id, word.indsats_id, coalesce(named.name, '') AS name, word.placed_in, word.text, word.written_at, word.written_by
FROM standing_half_year_word AS word
LEFT JOIN named USING (indsats_id)
WHERE word.plan = $plan AND word.month = $month
QUALIFY row_number() OVER (PARTITION BY word.indsats_id, word.placed_in IS NULL ORDER BY word.word_id DESC) = 1
ORDER BY name, word.placed_in IS NULL
