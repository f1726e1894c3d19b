-- Before every question about a selection. scoped: the scope's lines in the month and the comparison month; now and before:
-- those of them that the filters leave.
WITH scoped AS MATERIALIZED (
    SELECT * FROM scope_status WHERE scope = $scope AND month IN ($month, $compare)
),
selected AS (
    SELECT *
    FROM scoped
    WHERE (len($udvalg) = 0 OR list_has_any(udvalg, $udvalg::VARCHAR[]))
      AND (len($tema) = 0 OR list_contains($tema::VARCHAR[], coalesce(tema, '')))
      AND (len($art) = 0 OR list_contains($art::VARCHAR[], coalesce(art, '')))
),
now AS (SELECT * FROM selected WHERE month = $month),
before AS (SELECT * FROM selected WHERE month = $compare)
