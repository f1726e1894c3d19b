-- The revisions that stood at a moment: by the last thing that had been done to each of them then.
SET VARIABLE known_snapshots = (
    SELECT coalesce(list(snapshot_id), [])
    FROM (
        SELECT snapshot_id
        FROM event
        WHERE what IN ('import', 'withdraw', 'restore') AND happened_at <= $moment
        GROUP BY snapshot_id
        HAVING arg_max(what, event_id) <> 'withdraw'
    ) AS standing
)
