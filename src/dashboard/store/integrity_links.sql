-- What must hold about decisions on which lines are one, written like integrity.sql and always for everything.

-- rule: a decision about two lines has an id of its own, a known kind, two different indsatser that exist, and is
-- withdrawn by somebody at some time or not at all
SELECT 'link_id twice: ' || link_id FROM indsats_link GROUP BY link_id HAVING count(*) > 1
UNION ALL
SELECT 'unsound link: ' || link_id
FROM indsats_link
WHERE kind NOT IN ('same', 'different', 'continues')
   OR indsats_id = other_id
   OR indsats_id NOT IN (SELECT indsats_id FROM indsats)
   OR other_id NOT IN (SELECT indsats_id FROM indsats)
   OR (withdrawn_at IS NULL) <> (withdrawn_by IS NULL)
UNION ALL
-- rule: an indsats is the same as one other at most, never as itself in a ring, and its line is what the decisions say
SELECT 'same as several: ' || indsats_id
FROM indsats_link WHERE kind = 'same' AND withdrawn_at IS NULL GROUP BY indsats_id HAVING count(*) > 1
UNION ALL
SELECT 'line is not as decided: ' || l.indsats_id
FROM (SELECT DISTINCT indsats_id FROM indsats_link WHERE kind = 'same' UNION SELECT indsats_id FROM indsats_line) AS l
LEFT JOIN decided_identity AS d USING (indsats_id)
LEFT JOIN indsats_identity AS i USING (indsats_id)
WHERE d.line_id IS DISTINCT FROM coalesce(i.line_id, l.indsats_id)
UNION ALL
-- rule: two lines of one snapshot that counts are never the same, two that are the same are not kept apart as well, and
-- no line continues itself
SELECT 'line twice under two names in snapshot ' || snapshot_id || ': ' || indsats_id
FROM current_status GROUP BY snapshot_id, indsats_id HAVING count(DISTINCT reported_id) > 1
UNION ALL
SELECT 'same and not the same: link ' || link_id FROM decided_pair WHERE indsats_id = other_id
UNION ALL
SELECT 'continues itself: ' || indsats_id FROM ancestor WHERE indsats_id = ancestor_id
