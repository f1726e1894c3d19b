-- What meetings said of the plan, as it stands: always the newest version. Grain in brackets.

-- [meeting] that was planned and not taken back; closed_* say when and by whom it was locked.
CREATE OR REPLACE VIEW current_meeting AS
SELECT
    newest.* REPLACE (coalesce(newest.plan, (SELECT min(plan) FROM snapshot)) AS plan),
    CASE WHEN newest.locked THEN newest.written_at END AS closed_at,
    CASE WHEN newest.locked THEN newest.written_by END AS closed_by
FROM meeting
JOIN (
    SELECT *
    FROM meeting_version
    QUALIFY row_number() OVER (PARTITION BY meeting_id ORDER BY version DESC) = 1
) AS newest USING (meeting_id)
WHERE meeting.withdrawn_at IS NULL;

-- [meeting x version that locked or unlocked it]
CREATE OR REPLACE VIEW meeting_lock AS
SELECT meeting_id, version, locked, written_at, written_by
FROM meeting_version
QUALIFY locked <> coalesce(lag(locked) OVER (PARTITION BY meeting_id ORDER BY version), FALSE);

-- [item that is or was on an agenda] under the id of the line.
CREATE OR REPLACE VIEW newest_item AS
SELECT newest.* REPLACE (coalesce(i.line_id, newest.indsats_id) AS indsats_id)
FROM (
    SELECT *
    FROM agenda_item
    QUALIFY row_number() OVER (PARTITION BY item_id ORDER BY version DESC) = 1
) AS newest
JOIN current_meeting USING (meeting_id)
LEFT JOIN indsats_identity AS i ON i.indsats_id = newest.indsats_id;

-- [item of an agenda]
CREATE OR REPLACE VIEW current_item AS
SELECT * FROM newest_item WHERE NOT removed;

-- [decision] with the meeting it was made at, and what that meeting thought of the line. is_open: it waits for somebody, as
-- what was only taken note of never does, and what was said of the whole case only when somebody or a day is named.
CREATE OR REPLACE VIEW current_decision AS
SELECT
    newest.decision_id,
    newest.version,
    newest.item_id,
    item.meeting_id,
    item.indsats_id,
    item.topic,
    meeting.body,
    meeting.held_on,
    greatest(meeting.month, meeting.cross_month) AS month,
    meeting.closed_at,
    newest.kind,
    newest.text,
    newest.responsible,
    newest.due,
    newest.state,
    newest.state = 'open' AND newest.kind <> 'noted' AND NOT (
        list_contains(item.reasons, 'case') AND newest.responsible IS NULL AND newest.due IS NULL
    ) AS is_open,
    newest.note,
    item.focus,
    item.light,
    newest.written_at,
    newest.written_by
FROM (
    SELECT *
    FROM decision
    QUALIFY row_number() OVER (PARTITION BY decision_id ORDER BY version DESC) = 1
) AS newest
JOIN current_item AS item USING (item_id)
JOIN current_meeting AS meeting USING (meeting_id)
WHERE NOT newest.withdrawn;

-- [decision x version that changed a locked meeting's words] what was said before, and after. What is entered of a meeting that
-- was locked from the first is no correction until it is changed.
CREATE OR REPLACE VIEW correction AS
SELECT
    told.decision_id,
    told.version,
    item.meeting_id,
    told.item_id,
    told.text_before,
    CASE WHEN told.withdrawn THEN NULL ELSE told.text END AS text,
    told.written_at,
    told.written_by
FROM (
    SELECT
        *,
        lag(text) OVER words AS text_before,
        lag((kind, text, responsible, due, withdrawn)) OVER words AS said_before,
        (kind, text, responsible, due, withdrawn) AS said
    FROM decision
    WINDOW words AS (PARTITION BY decision_id ORDER BY version)
) AS told
JOIN current_item AS item USING (item_id)
JOIN current_meeting AS meeting USING (meeting_id)
WHERE told.said IS DISTINCT FROM told.said_before
  AND (told.text_before IS NOT NULL OR item.meeting_id NOT IN (SELECT meeting_id FROM meeting_lock WHERE version = 1))
  AND (
      SELECT arg_max(lock.locked, lock.version) FROM meeting_lock AS lock
      WHERE lock.meeting_id = item.meeting_id AND lock.written_at < told.written_at
  );

-- [indsats] what a line was called when it was last told of, in any plan.
CREATE OR REPLACE VIEW last_told AS
SELECT indsats_id, title, code
FROM line_month
JOIN (SELECT indsats_id, max(month) AS month FROM line_month WHERE state <> 'absent' GROUP BY indsats_id) USING (indsats_id, month)
WHERE state <> 'absent'
QUALIFY row_number() OVER (PARTITION BY indsats_id ORDER BY plan DESC, scope = 'plan' DESC, scope) = 1;
