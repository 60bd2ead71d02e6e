-- What is read when it is over: whose a state is, what its class was judged to be, and what each district has in each section.
CREATE OR REPLACE TEMP VIEW cell AS
SELECT unnest(subjects) AS subject, unit, met, seen FROM state WHERE seen <> 0;

-- A state lacks what it needs and does not hold, and waits for what of it is not known: of a fact sent in one way, the other ways
-- only must not fail. What keeps it open is its class's first open line, and there the first bit it lacks.
CREATE OR REPLACE TEMP VIEW judged AS
WITH each AS (
	SELECT v.* EXCLUDE (states, needs, adjust_needs), s.met, s.seen,
		v.needs & u.bits & ~s.seen AS waits,
		v.needs & ~s.met AS unsure,
		coalesce(o.sure, v.adjust_needs) & ~s.met AS lacks,
		o.undecided, o.reading
	FROM (SELECT *, unnest(states) AS state FROM verdict) v
	JOIN state s ON s.rowid = v.state
	JOIN unit u ON u.unit = v.unit
	LEFT JOIN outcome o ON o.unit = v.unit AND o.line = v.opens
)
SELECT e.* EXCLUDE (lacks, undecided, reading),
	CASE WHEN NOT e.decided AND e.waits = 0 THEN coalesce(e.undecided, x.reason) END AS reason,
	CASE WHEN NOT e.decided AND e.waits = 0 THEN coalesce(e.reading, x.reading) END AS reading
FROM each e
LEFT JOIN unclear x ON x.unit = e.unit AND x.bit = e.lacks & -e.lacks;

-- In the section's own unit; what was lost with its pages can still be all or nothing.
CREATE OR REPLACE TEMP VIEW total AS
SELECT s.subject, x.section,
	coalesce(g.got, 0)::HUGEINT AS got,
	coalesce(g.worst, 0)::HUGEINT AS worst,
	(coalesce(g.best, 0) + x.lost * x.scale // 1000000)::HUGEINT AS best,
	((coalesce(w.weight, 0) + x.lost) * x.scale // 1000000)::HUGEINT AS whole,
	coalesce(g.decided_weight, 0) AS decided_weight,
	coalesce(w.weight, 0) + x.lost AS weight
FROM subject s
CROSS JOIN section x
LEFT JOIN gained g ON g.subject = s.subject AND g.section = x.section
LEFT JOIN (
	SELECT a.district, u.section, sum(u.weight)::BIGINT AS weight FROM applies a JOIN unit u USING (unit) GROUP BY ALL
) w ON w.district = s.district AND w.section = x.section;
