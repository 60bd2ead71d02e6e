-- What each district has in each section, in the section's own unit: scored, and with what is open filled with the worst and the
-- best. Every subject starts as one of whom nothing is known; each cell moves it from there.
INSERT INTO total
WITH worth AS (
	SELECT v.unit, v.met, v.seen, u.section,
		CASE WHEN v.decided THEN v.lowest * u.factor ELSE 0 END AS got,
		v.lowest * u.factor AS worst,
		v.highest * u.factor AS best,
		CASE WHEN v.decided THEN u.weight ELSE 0 END AS decided
	FROM verdict v
	JOIN unit u USING (unit)
	WHERE u.weight > 0
),
unknown AS MATERIALIZED (
	FROM worth WHERE met = 0 AND seen = 0
),
-- Worked out for each state before the cells come, which are many more.
move AS MATERIALIZED (
	SELECT w.unit, w.met, w.seen, w.section, w.got - n.got AS got, w.worst - n.worst AS worst, w.best - n.best AS best,
		w.decided - n.decided AS decided
	FROM worth w
	JOIN unknown n USING (unit)
	WHERE w.seen <> 0
),
moved AS (
	SELECT c.subject, m.section, sum(m.got) AS got, sum(m.worst) AS worst, sum(m.best) AS best, sum(m.decided) AS decided
	FROM cell c
	JOIN move m USING (unit, met, seen)
	GROUP BY c.subject, m.section
),
start AS (
	SELECT a.district, n.section, sum(n.got) AS got, sum(n.worst) AS worst, sum(n.best) AS best, sum(n.decided) AS decided,
		sum(u.weight)::BIGINT AS weight
	FROM applies a
	JOIN unknown n USING (unit)
	JOIN unit u USING (unit)
	GROUP BY a.district, n.section
)
SELECT s.subject, x.section,
	coalesce(t.got, 0) + coalesce(m.got, 0),
	coalesce(t.worst, 0) + coalesce(m.worst, 0),
	coalesce(t.best, 0) + coalesce(m.best, 0) + x.lost * x.scale // 1000000,
	(coalesce(t.weight, 0) + x.lost) * x.scale // 1000000,
	coalesce(t.decided, 0) + coalesce(m.decided, 0),
	coalesce(t.weight, 0) + x.lost
FROM subject s
CROSS JOIN section x
LEFT JOIN start t ON t.district = s.district AND t.section = x.section
LEFT JOIN moved m ON m.subject = s.subject AND m.section = x.section;
