-- What each district gained in each section, in the section's own unit: scored, and with what is open filled with the worst and the
-- best. Every subject starts as one of whom nothing is known; each state it is in moves it from there. All come in lists of subjects:
-- an arm of single ones would be summed apart and put together once more.
INSERT INTO gained
WITH start AS (
	FROM verdict JOIN unit USING (unit) WHERE unknown AND weight > 0
),
-- Set down before they are many, and so that two cores can share them.
move AS MATERIALIZED (
	SELECT s.subjects, m.section, m.got, m.worst, m.best, m.decided_weight
	FROM (
		SELECT unnest(v.states) AS state, n.section, v.got - n.got AS got, v.worst - n.worst AS worst, v.best - n.best AS best,
			v.decided_weight - n.decided_weight AS decided_weight
		FROM verdict v
		JOIN start n USING (unit)
		WHERE NOT v.unknown
	) m
	JOIN state s ON s.rowid = m.state
	UNION ALL
	SELECT c.subjects, n.section, n.got, n.worst, n.best, n.decided_weight
	FROM (SELECT alike, list(subject) AS subjects FROM subject JOIN alike USING (district) GROUP BY alike) c
	JOIN (
		SELECT a.alike, n.section, sum(n.got)::BIGINT AS got, sum(n.worst)::BIGINT AS worst, sum(n.best)::BIGINT AS best,
			sum(n.decided_weight)::BIGINT AS decided_weight
		FROM alike_unit a
		JOIN start n USING (unit)
		GROUP BY a.alike, n.section
	) n USING (alike)
)
SELECT subject, section, sum(got), sum(worst), sum(best), sum(decided_weight)
FROM (SELECT unnest(subjects) AS subject, section, got, worst, best, decided_weight FROM move)
GROUP BY subject, section;
