-- Every revision by name, newest import first.
SELECT snapshot_id, plan, month, scope, revision
FROM snapshot
ORDER BY snapshot_id DESC
