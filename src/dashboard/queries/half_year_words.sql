-- What people said of the lines of a half-year status, as it stands.
SELECT word_id, indsats_id, placed_in, text, written_at, written_by
FROM standing_half_year_word
WHERE plan = $plan AND month = $month
QUALIFY row_number() OVER (PARTITION BY indsats_id, placed_in IS NULL ORDER BY word_id DESC) = 1
