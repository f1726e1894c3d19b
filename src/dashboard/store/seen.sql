-- What a viewer with limits may see, for one cursor. DuckDB looks a name up among what is temporary first, also inside views, so
-- every definition and every question sees these in place of the tables. stored. is where the tables themselves are.

-- Udvalg that the viewer is limited to ([] and is_limited false: not at all).
CREATE TEMP TABLE viewer AS
SELECT $udvalg::VARCHAR[] IS NOT NULL AS is_limited, coalesce($udvalg::VARCHAR[], []) AS udvalg, $closed::BOOLEAN AS closed;

-- The lines that the viewer knows nothing of, under every id: closed ones, and those that were never told of their udvalg.
CREATE TEMP TABLE hidden_line AS
SELECT i.indsats_id
FROM stored.indsats AS i
LEFT JOIN indsats_identity AS same USING (indsats_id)
WHERE NOT $closed AND coalesce(same.line_id, i.indsats_id) IN (SELECT indsats_id FROM stored.closed_line)
   OR (SELECT is_limited FROM viewer)
  AND coalesce(same.line_id, i.indsats_id) NOT IN (
      SELECT indsats_id FROM stored.line_month WHERE scope IN (SELECT unnest(udvalg) FROM viewer)
  );

CREATE TEMP VIEW indsats AS FROM stored.indsats WHERE indsats_id NOT IN (FROM hidden_line);

CREATE TEMP VIEW indsats_name AS FROM stored.indsats_name WHERE indsats_id NOT IN (FROM hidden_line);

CREATE TEMP VIEW indsats_link AS
FROM stored.indsats_link WHERE indsats_id NOT IN (FROM hidden_line) AND other_id NOT IN (FROM hidden_line);

CREATE TEMP VIEW status AS FROM stored.status WHERE indsats_id NOT IN (FROM hidden_line);

CREATE TEMP VIEW amount AS FROM stored.amount WHERE indsats_id NOT IN (FROM hidden_line);

CREATE TEMP VIEW line_closing AS FROM stored.line_closing WHERE indsats_id NOT IN (FROM hidden_line);

CREATE TEMP VIEW half_year_word AS FROM stored.half_year_word WHERE indsats_id NOT IN (FROM hidden_line);

CREATE TEMP VIEW settled_signal AS FROM stored.settled_signal WHERE indsats_id NOT IN (FROM hidden_line);

-- What these say of themselves may name a hidden line, or somebody's account.
CREATE TEMP VIEW event AS
SELECT * REPLACE (
    CASE
        WHEN what NOT IN ('same', 'different', 'continues', 'undo-link', 'export', 'sign-in', 'sign-in-refused') THEN detail
    END AS detail
)
FROM stored.event;

-- A viewer with limits looks at the udvalg, not at what wider workbooks say of all of them.
CREATE TEMP VIEW line_month AS
FROM stored.line_month
WHERE indsats_id NOT IN (FROM hidden_line) AND (SELECT NOT is_limited OR list_contains(udvalg, scope) FROM viewer);

CREATE TEMP VIEW scope_basis AS
FROM stored.scope_basis WHERE (SELECT NOT is_limited OR list_contains(udvalg, scope) FROM viewer);

CREATE TEMP VIEW offered_scope AS
FROM stored.offered_scope WHERE (SELECT NOT is_limited FROM viewer)
UNION
SELECT plan, unnest(udvalg) FROM viewer, (SELECT DISTINCT plan FROM stored.snapshot);

CREATE TEMP VIEW snapshot AS
FROM stored.snapshot
WHERE (SELECT NOT is_limited OR list_contains(udvalg, scope) FROM viewer) OR scope IN ('plan', 'tvaergaaende');

-- A workbook is one whole: its file and what was wrong in it are shown to those who may see each line of it. The file itself
-- goes to nobody who may not see closed lines, also where there are none: to refuse it would tell that there are.
CREATE TEMP VIEW partly_hidden AS
SELECT workbook_id
FROM stored.snapshot
WHERE (SELECT is_limited AND NOT list_contains(udvalg, scope) FROM viewer)
   OR snapshot_id IN (SELECT snapshot_id FROM stored.status WHERE indsats_id IN (FROM hidden_line));

CREATE TEMP VIEW workbook AS
SELECT * REPLACE (
    CASE WHEN (SELECT closed FROM viewer) AND workbook_id NOT IN (FROM partly_hidden) THEN content END AS content
)
FROM stored.workbook;

CREATE TEMP VIEW issue AS
FROM stored.issue
WHERE snapshot_id NOT IN (SELECT snapshot_id FROM stored.snapshot WHERE workbook_id IN (FROM partly_hidden));

CREATE TEMP VIEW meeting AS
FROM stored.meeting WHERE (SELECT NOT is_limited OR list_contains(udvalg, body) FROM viewer);

CREATE TEMP VIEW meeting_version AS
FROM stored.meeting_version WHERE (SELECT NOT is_limited OR list_contains(udvalg, body) FROM viewer);

-- The points that the viewer knows nothing of: of such a line, or closed as they stand now.
CREATE TEMP VIEW hidden_item AS
SELECT item_id
FROM stored.agenda_item
GROUP BY item_id
HAVING bool_or(indsats_id IN (FROM hidden_line))
    OR (list_contains(arg_max(reasons, version), 'closed') AND NOT (SELECT closed FROM viewer));

CREATE TEMP VIEW agenda_item AS FROM stored.agenda_item WHERE item_id NOT IN (FROM hidden_item);

CREATE TEMP VIEW decision AS FROM stored.decision WHERE item_id NOT IN (FROM hidden_item);

-- A saved view that leads to a hidden line says so in its name.
CREATE TEMP VIEW saved_view AS
FROM stored.saved_view
WHERE NOT list_has_any(
    regexp_extract_all(query, '(?:^|&)(?:indsats|linje)=(\d+)', 1)::INTEGER[],
    coalesce((SELECT list(indsats_id) FROM hidden_line), [])
)
