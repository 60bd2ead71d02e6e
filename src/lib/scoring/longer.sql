-- Of the alternatives of a rung, one that lacks all that another lacks, and more, is no way to it.
INSERT INTO longer
WITH way AS MATERIALIZED (
	SELECT s.rowid AS state, o.ord, o.line, o.sure & ~s.met AS unsure
	FROM state s
	JOIN unit u USING (unit)
	JOIN outcome o USING (unit)
	WHERE u.stratum = getvariable('stratum') AND NOT o.alone AND o.possible & ~(s.met | (u.bits & ~s.seen)) = 0
)
SELECT DISTINCT r.state, r.line
FROM way r
JOIN way o USING (state, ord)
WHERE o.line <> r.line AND o.unsure & ~r.unsure = 0 AND o.unsure <> r.unsure;
