-- What each district has in each section, in the section's own unit: scored, and with what is open filled with the worst and the
-- best. Every subject starts as one of whom nothing is known; each cell moves it from there.
INSERT INTO total
WITH state AS (
	SELECT v.unit, v.met, v.seen, u.section,
		CASE WHEN v.decided THEN v.lowest * u.factor ELSE 0 END AS got,
		v.lowest * u.factor AS worst,
		v.highest * u.factor AS best,
		CASE WHEN v.decided THEN u.weight ELSE 0 END AS decided
	FROM verdict v
	JOIN unit u USING (unit)
	WHERE u.weight > 0
),
moved AS (
	SELECT c.subject, s.section, sum(s.got - n.got) AS got, sum(s.worst - n.worst) AS worst, sum(s.best - n.best) AS best,
		sum(s.decided - n.decided) AS decided
	FROM cell c
	JOIN (
		state s
		JOIN (SELECT * FROM state WHERE met = 0 AND seen = 0) n ON n.unit = s.unit
	) ON s.unit = c.unit AND s.met = c.met AND s.seen = c.seen
	GROUP BY c.subject, s.section
),
start AS (
	SELECT a.district, n.section, sum(n.got) AS got, sum(n.worst) AS worst, sum(n.best) AS best, sum(n.decided) AS decided,
		sum(u.weight) AS weight
	FROM applies a
	JOIN state n ON n.unit = a.unit AND n.met = 0 AND n.seen = 0
	JOIN unit u ON u.unit = a.unit
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
