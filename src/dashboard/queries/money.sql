-- $by: NULL for all of them, else a field that can be filtered by; a line in two udvalg counts in both. $all_months: every delivered month
-- up to the one shown, or that one alone. Every year has a row, also one that no line has an amount in.
, line AS (
    SELECT
        month,
        indsats_id,
        snapshot_id,
        basis_snapshot_id,
        shown_light,
        unnest({values_by}) AS value
    FROM matching
    WHERE $all_months OR month = $month
),
shown AS MATERIALIZED (
    SELECT * FROM line
    WHERE coalesce($by, '') <> 'udvalg' OR len($udvalg) = 0 OR list_contains($udvalg::VARCHAR[], value)
),
priced AS MATERIALIZED (
    SELECT shown.*, told.year, told.amount
    FROM shown
    JOIN amount_told AS told
        ON told.snapshot_id = shown.snapshot_id
        AND told.basis_snapshot_id = shown.basis_snapshot_id
        AND told.indsats_id = shown.indsats_id
),
year AS (
    SELECT unnest(range(split_part($plan, '-', 1)::INTEGER, split_part($plan, '-', 2)::INTEGER + 1)) AS year
    UNION SELECT year FROM priced
),
held AS (SELECT month, value, shown_light, count(*) AS lines FROM shown GROUP BY month, value, shown_light),
with_amounts AS (
    SELECT month, value, shown_light, count(DISTINCT indsats_id) AS n FROM priced GROUP BY month, value, shown_light
),
summed AS (
    SELECT
        month,
        value,
        shown_light,
        year,
        sum(amount) FILTER (WHERE amount < 0) AS savings,
        sum(amount) FILTER (WHERE amount > 0) AS expenses
    FROM priced
    GROUP BY month, value, shown_light, year
)
SELECT
    held.value,
    held.month,
    held.shown_light AS light,
    year.year,
    coalesce(summed.savings, 0)::DOUBLE AS savings,
    coalesce(summed.expenses, 0)::DOUBLE AS expenses,
    held.lines,
    coalesce(with_amounts.n, 0) AS with_amounts
FROM held
CROSS JOIN year
LEFT JOIN summed
    ON summed.month = held.month AND summed.value = held.value
    AND summed.shown_light = held.shown_light AND summed.year = year.year
LEFT JOIN with_amounts
    ON with_amounts.month = held.month AND with_amounts.value = held.value
    AND with_amounts.shown_light = held.shown_light
JOIN light ON light.name = held.shown_light
ORDER BY held.value = '', held.value COLLATE da, held.month, light.rank, year.year
