-- What people write beside the workbooks changes few answers; $records counts it too.
SELECT coalesce(max(event_id), 0) AS version
FROM event
WHERE $records OR what NOT IN (
    'settle', 'unsettle', 'save-view', 'forget-view', 'plan-meeting', 'change-meeting', 'hold-meeting', 'withdraw-meeting', 'agenda', 'decide',
    'answer', 'replace-answer', 'forget-answer', 'half-year'
)
