-- After the rules of signals/: each case with its line as last told, and who settled it.
SELECT
    found.rule AS rule_key,
    found.indsats_id,
    line.title,
    line.code,
    line.udvalg,
    nullif(here.state, 'absent') AS light,
    found.basis,
    found.n,
    found.detail,
    CASE
        WHEN settled.settled_id IS NOT NULL
            THEN {
                'settled_id': settled.settled_id,
                'note': settled.note,
                'at': settled.settled_at,
                'by': settled.settled_by
            }
    END AS settled
FROM found
JOIN here USING (indsats_id, month)
JOIN known AS line
    ON line.indsats_id = found.indsats_id
    AND line.month = CASE here.state WHEN 'absent' THEN here.month_before ELSE here.month END
LEFT JOIN light ON light.name = here.state
LEFT JOIN settled_line AS settled
    ON settled.rule = found.rule AND settled.indsats_id = found.indsats_id AND settled.basis = found.basis
ORDER BY list_position($rules::VARCHAR[], found.rule), light.rank NULLS LAST, found.n DESC, line.title COLLATE da, line.code
