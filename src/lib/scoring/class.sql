-- What a ladder gives depends only on which of its lines are still possible, and which of those are sure. Most states of a unit are
-- alike in that, so its outcome is judged once for all of them. A line is possible where none of the bits it needs is known to fail,
-- sure where all hold. The first rung with a sure line ends the search. Codes: sixteen times the line, and 8 where longer.sql names
-- it, 4 where it is sure, 2 where the readings take it, 1 where they may.
INSERT INTO class
WITH holds AS (
	SELECT s.state, s.unit, s.seen = 0 AS unknown, l.line, l.ord, x.line IS NOT NULL AS longer,
		l.sure & ~s.met = 0 AS sure,
		l.recommended & ~s.met = 0 AS taken,
		l.recommended & ~s.may = 0 AS takeable
	FROM (
		SELECT s.rowid::INTEGER AS state, s.*, s.met | (u.bits & ~s.seen) AS may
		FROM state s
		JOIN unit u USING (unit)
		WHERE u.stratum = getvariable('stratum')
	) s
	JOIN line l USING (unit)
	LEFT JOIN longer x ON x.state = s.state AND x.line = l.line
	WHERE l.possible & ~s.may = 0
),
ladder AS (
	SELECT unit, state,
		any_value(unknown) AS unknown,
		min(CASE WHEN sure THEN ord END) AS stop,
		min(CASE WHEN taken THEN ord END) AS taken,
		list(
			16 * line + CASE WHEN longer THEN 8 ELSE 0 END + CASE WHEN sure THEN 4 ELSE 0 END
				+ CASE WHEN taken THEN 2 ELSE 0 END + CASE WHEN takeable THEN 1 ELSE 0 END
		) AS codes
	FROM holds
	GROUP BY unit, state
)
SELECT getvariable('stratum'), unit, stop, taken, codes, list(state), bool_or(unknown)
FROM ladder
GROUP BY unit, stop, taken, codes;
