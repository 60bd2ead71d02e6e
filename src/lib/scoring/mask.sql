-- Each cell (a subject on a unit) becomes two masks: which conditions hold, and which could be judged at all.
-- Sheets meet rule rows as a cross product, where a rule row is one constant beside 2048 subjects: nothing is looked up, and a
-- CASE on the rule alone is decided once for all of them. What is said to hold of an unknown input is masked away at the end.
INSERT INTO cell
WITH first AS (
	SELECT e.subject, e.positions, s.*, e.positions[s.i1] AS p1
	FROM sheets e
	CROSS JOIN (FROM input_step WHERE stratum = $stratum) s
),
value AS (
	SELECT * EXCLUDE (positions),
		CASE WHEN i2 IS NULL THEN NULL WHEN i2 = i1 THEN p1 ELSE positions[i2] END AS p2,
		CASE WHEN i3 IS NULL THEN NULL WHEN i3 = i1 THEN p1 ELSE positions[i3] END AS p3,
		CASE WHEN i4 IS NULL THEN NULL WHEN i4 = i1 THEN p1 ELSE positions[i4] END AS p4,
		CASE WHEN i5 IS NULL THEN NULL WHEN i5 = i1 THEN p1 ELSE positions[i5] END AS p5,
		CASE WHEN i6 IS NULL THEN NULL WHEN i6 = i1 THEN p1 ELSE positions[i6] END AS p6
	FROM first
),
part AS MATERIALIZED (
	SELECT unit, subject, alone,
		CASE WHEN p1 >= b1 THEN from1 ELSE below1 END
			+ CASE WHEN p2 >= b2 THEN from2 ELSE below2 END
			+ CASE WHEN p3 >= b3 THEN from3 ELSE below3 END
			+ CASE WHEN p4 >= b4 THEN from4 ELSE below4 END
			+ CASE WHEN p5 >= b5 THEN from5 ELSE below5 END
			+ CASE WHEN p6 >= b6 THEN from6 ELSE below6 END AS met,
		CASE WHEN p1 IS NULL THEN 0 ELSE bits1 END
			+ CASE WHEN p2 IS NULL THEN 0 ELSE bits2 END
			+ CASE WHEN p3 IS NULL THEN 0 ELSE bits3 END
			+ CASE WHEN p4 IS NULL THEN 0 ELSE bits4 END
			+ CASE WHEN p5 IS NULL THEN 0 ELSE bits5 END
			+ CASE WHEN p6 IS NULL THEN 0 ELSE bits6 END AS seen
	FROM value
	UNION ALL
	SELECT s.unit, d.subject, s.alone,
		s.base
			+ CASE WHEN d.position >= s.b1 THEN s.g1 ELSE 0 END
			+ CASE WHEN d.position >= s.b2 THEN s.g2 ELSE 0 END
			+ CASE WHEN d.position >= s.b3 THEN s.g3 ELSE 0 END
			+ CASE WHEN d.position >= s.b4 THEN s.g4 ELSE 0 END
			+ CASE WHEN d.position >= s.b5 THEN s.g5 ELSE 0 END
			+ CASE WHEN d.position >= s.b6 THEN s.g6 ELSE 0 END,
		s.bits
	FROM derived d
	JOIN measure_step s USING (measure)
	WHERE d.state = 0 AND s.stratum = $stratum
)
SELECT subject, unit, met & seen, seen FROM part WHERE alone AND seen <> 0
UNION ALL
SELECT subject, unit, bit_or(met) & bit_or(seen), bit_or(seen)
FROM part
WHERE NOT alone
GROUP BY unit, subject
HAVING bit_or(seen) <> 0;
