-- After the rules of signals/, for every month, without filters. followed: each line in each status that three later ones followed,
-- with the light that it had or last had, and whether it went badly: green or yellow became worse, red had not come out. Of a line
-- that none of the three said anything of nothing is known, and it is left out.
, step AS (
    SELECT
        indsats_id,
        month,
        state,
        last_value(CASE WHEN state IN ('red', 'yellow', 'green') THEN state END IGNORE NULLS) OVER until_now AS light,
        [lead(state, 1) OVER line, lead(state, 2) OVER line, lead(state, 3) OVER line] AS later,
        lead(state, 3) OVER line IS NOT NULL AS is_followed
    FROM line_step
    WHERE plan = $plan AND scope = $scope AND month <= $month
    WINDOW
        line AS (PARTITION BY indsats_id ORDER BY month),
        until_now AS (PARTITION BY indsats_id ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
),
followed AS (
    SELECT
        indsats_id,
        month,
        light,
        CASE light
            WHEN 'red' THEN NOT list_has_any(later, ['yellow', 'green', 'done'])
            WHEN 'yellow' THEN list_contains(later, 'red')
            ELSE list_has_any(later, ['red', 'yellow'])
        END AS went_badly
    FROM step
    WHERE is_followed AND light IS NOT NULL AND state NOT IN ('absent', 'done')
      AND list_has_any(later, ['red', 'yellow', 'green', 'done'])
),
-- among: the lights that a rule is about.
rule AS (SELECT unnest($rules::VARCHAR[]) AS rule, unnest($among::VARCHAR[][]) AS among),
went AS (
    SELECT rule.rule, followed.went_badly, found.rule IS NOT NULL AS is_caught
    FROM rule
    JOIN followed ON list_contains(rule.among, followed.light)
    LEFT JOIN found
        ON found.rule = rule.rule AND found.indsats_id = followed.indsats_id AND found.month = followed.month
)
SELECT
    rule.rule AS rule_key,
    (SELECT count(*) FROM found WHERE found.rule = rule.rule) AS fired,
    count(*) FILTER (is_caught AND went_badly) AS badly_with,
    count(*) FILTER (is_caught) AS n_with,
    count(*) FILTER (NOT is_caught AND went_badly) AS badly_without,
    count(*) FILTER (NOT is_caught) AS n_without
FROM rule
LEFT JOIN went USING (rule)
GROUP BY rule.rule
ORDER BY list_position($rules::VARCHAR[], rule.rule)
