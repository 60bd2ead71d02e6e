-- One number for all that is stored, whatever the order of its rows.
SELECT
	(SELECT coalesce(sum(hash(s)::HUGEINT), 0)::VARCHAR FROM submissions s) AS submissions,
	(SELECT coalesce(sum(hash(e)::HUGEINT), 0)::VARCHAR FROM entries e) AS entries
