-- Before every question about a selection: the lines it holds now and held in the comparison month.
WITH selected AS (
    SELECT *
    FROM scope_status
    WHERE scope = $scope
      AND month IN ($month, $compare)
      AND (len($udvalg) = 0 OR list_has_any(udvalg, $udvalg::VARCHAR[]))
      AND (len($tema) = 0 OR list_contains($tema::VARCHAR[], coalesce(tema, '')))
      AND (len($art) = 0 OR list_contains($art::VARCHAR[], coalesce(art, '')))
),
now AS (SELECT * FROM selected WHERE month = $month),
before AS (SELECT * FROM selected WHERE month = $compare)
