-- What each district gained in each section, in the section's own unit: scored, and with what is open filled with the worst and the
-- best. Every subject starts as one of whom nothing is known; each state it is in moves it from there.
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
	JOIN state s USING (state)
),
from_start AS (
	SELECT a.district, n.section, sum(n.got)::BIGINT AS got, sum(n.worst)::BIGINT AS worst, sum(n.best)::BIGINT AS best,
		sum(n.decided_weight)::BIGINT AS decided_weight
	FROM applies a
	JOIN start n USING (unit)
	GROUP BY a.district, n.section
)
SELECT subject, section, sum(got), sum(worst), sum(best), sum(decided_weight)
FROM (
	SELECT unnest(subjects) AS subject, section, got, worst, best, decided_weight FROM move
	UNION ALL
	SELECT s.subject, f.section, f.got, f.worst, f.best, f.decided_weight
	FROM subject s
	JOIN from_start f USING (district)
)
GROUP BY subject, section;
