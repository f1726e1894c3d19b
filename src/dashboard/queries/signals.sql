-- After the rules of signals/: each case with its line as last told, and who settled it.
SELECT
    found.rule,
    found.indsats_id,
    line.title,
    line.code,
    array_to_string(line.udvalg, ', ') AS udvalg,
    here.state AS light,
    found.basis,
    found.n,
    found.detail,
    settled.settled_id,
    settled.note,
    settled.settled_at,
    settled.settled_by
FROM found
JOIN here USING (indsats_id)
JOIN (SELECT * FROM known QUALIFY month = max(month) OVER (PARTITION BY indsats_id)) AS line USING (indsats_id)
LEFT JOIN light ON light.name = here.state
LEFT JOIN settled_line AS settled
    ON settled.rule = found.rule AND settled.indsats_id = found.indsats_id AND settled.basis = found.basis
ORDER BY list_position($rules::VARCHAR[], found.rule), light.rank NULLS LAST, found.n DESC, line.title COLLATE da, line.code
