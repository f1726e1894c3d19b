-- What happens to snapshots, to which lines are one and to who may see them changes every answer; what people write beside the workbooks few, which
-- $records counts too; that something was taken out of the house or somebody signed in changes none.
SELECT coalesce(max(event_id), 0) AS version
FROM event
WHERE what IN ('import', 'withdraw', 'restore', 'same', 'different', 'continues', 'undo-link', 'rebuild', 'restore-backup',
               'close-line', 'open-line')
   OR ($records AND what NOT IN ('export', 'settings', 'sign-in', 'sign-in-refused'))
