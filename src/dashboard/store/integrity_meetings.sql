-- What must hold about meetings, written like integrity.sql and always for everything.

-- rule: each meeting has an id of its own
SELECT 'meeting_id twice: ' || meeting_id FROM meeting GROUP BY meeting_id HAVING count(*) > 1
UNION ALL
-- rule: each meeting has versions
SELECT 'meeting without version: ' || meeting_id FROM meeting WHERE meeting_id NOT IN (SELECT meeting_id FROM meeting_version)
UNION ALL
-- rule: versions of a meeting, an item and a decision are 1, 2, … without a hole or a double
SELECT 'versions of meeting ' || meeting_id FROM meeting_version GROUP BY meeting_id
HAVING count(*) <> max(version) OR count(DISTINCT version) <> count(*) OR meeting_id NOT IN (SELECT meeting_id FROM meeting)
UNION ALL
SELECT 'versions of item ' || item_id FROM agenda_item GROUP BY item_id
HAVING count(*) <> max(version) OR count(DISTINCT version) <> count(*)
UNION ALL
SELECT 'versions of decision ' || decision_id FROM decision GROUP BY decision_id
HAVING count(*) <> max(version) OR count(DISTINCT version) <> count(*)
UNION ALL
-- rule: an item belongs to one meeting, and is a line or a topic
SELECT 'unsound item: ' || item_id FROM agenda_item
WHERE meeting_id NOT IN (SELECT meeting_id FROM meeting)
   OR (indsats_id IS NULL) = (topic IS NULL)
   OR (indsats_id IS NOT NULL AND indsats_id NOT IN (SELECT indsats_id FROM indsats))
UNION ALL
SELECT 'item of two meetings: ' || item_id FROM agenda_item GROUP BY item_id HAVING count(DISTINCT meeting_id) > 1
UNION ALL
-- rule: a decision belongs to an item, and its words are known ones
SELECT 'unsound decision: ' || decision_id FROM decision
WHERE item_id NOT IN (SELECT item_id FROM agenda_item)
   OR kind NOT IN ('decision', 'noted', 'material', 'help')
   OR state NOT IN ('open', 'done', 'dropped')
UNION ALL
-- rule: a meeting has one whole case at most
SELECT 'two cases: ' || meeting_id FROM current_item WHERE list_contains(reasons, 'case') GROUP BY meeting_id HAVING count(*) > 1
UNION ALL
-- rule: a meeting is taken away by somebody at some time or not at all
SELECT 'unsound meeting: ' || meeting_id FROM meeting
WHERE (withdrawn_at IS NULL) <> (withdrawn_by IS NULL)
UNION ALL
-- rule: cross-cutting points have a month of their own only beside another part, and another than that part's
SELECT 'unsound months of meeting: ' || meeting_id FROM meeting_version
WHERE cross_month = month OR (cross_month IS NOT NULL AND scope = 'tvaergaaende')
