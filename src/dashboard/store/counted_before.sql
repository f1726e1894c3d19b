-- What counts, of a plan and month or (NULL) of all, for counted.sql to compare with what does so later.
CREATE OR REPLACE TEMP TABLE counted_before AS
SELECT plan, month, scope, indsats_id, title, code, state
FROM line_month
WHERE state <> 'absent' AND plan = coalesce($plan, plan) AND month = coalesce($month, month)
