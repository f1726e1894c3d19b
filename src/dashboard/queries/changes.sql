SELECT
    c.kind,
    c.indsats_id,
    line.title,
    line.code,
    c.light_before,
    c.light_now,
    array_to_string(line.udvalg, ', ') AS udvalg,
    coalesce(line.red_reason, line.status_text, '') AS text,
    line.disagrees
FROM change AS c
JOIN (
    SELECT * FROM now
    UNION ALL
    SELECT * FROM before WHERE indsats_id NOT IN (SELECT indsats_id FROM now)
) AS line ON line.indsats_id = c.indsats_id
LEFT JOIN light AS rank_now ON rank_now.name = c.light_now
LEFT JOIN light AS rank_before ON rank_before.name = c.light_before
WHERE c.scope = $scope
  AND c.month = $month
  AND c.compared_with = $compare
  AND c.kind IN ('worsened', 'improved', 'new', 'gone', 'done', 'reopened', 'not_reported')
  AND (line.month = $month OR c.kind = 'gone')
ORDER BY
    list_position(['worsened', 'improved', 'new', 'gone', 'done', 'reopened', 'not_reported'], c.kind),
    rank_now.rank, rank_before.rank DESC, line.title COLLATE da, line.code
