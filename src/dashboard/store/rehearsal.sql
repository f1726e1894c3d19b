-- The tables that saving a workbook writes to, for one transaction, in temporary tables of the same names that hold its month:
-- what is written then stays there, and every view sees it.
CREATE TEMP TABLE snapshot AS FROM snapshot WHERE plan = $plan AND month = $month;

CREATE TEMP TABLE status AS FROM status WHERE snapshot_id IN (SELECT snapshot_id FROM snapshot);

CREATE TEMP TABLE amount AS FROM amount WHERE snapshot_id IN (SELECT snapshot_id FROM snapshot);

CREATE TEMP TABLE workbook AS SELECT * REPLACE (''::BLOB AS content) FROM workbook;

CREATE TEMP TABLE indsats AS FROM indsats;

CREATE TEMP TABLE indsats_name AS FROM indsats_name;

CREATE TEMP TABLE indsats_link AS FROM indsats_link;

CREATE TEMP TABLE indsats_line AS FROM indsats_line;

CREATE TEMP TABLE event AS FROM event;

CREATE TEMP TABLE issue AS FROM issue LIMIT 0;

CREATE TEMP TABLE line_month AS FROM line_month LIMIT 0;
