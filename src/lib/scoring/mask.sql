-- Each cell (a subject on a unit) becomes two masks: which conditions hold, and which could be judged at all. Equal ones are kept
-- once, with those whose they are. Sheets meet rule rows as a cross product, where a rule row is one constant beside 2048 subjects:
-- nothing is looked up, and a CASE on the rule alone is decided once for all of them. What is said to hold of an unknown input is
-- masked away at the end.
INSERT INTO state
WITH input AS (
	SELECT e.subject, s.*, positions[i1] AS p1, positions[i2] AS p2, positions[i3] AS p3,
		positions[i4] AS p4, positions[i5] AS p5, positions[i6] AS p6
	FROM sheets e
	CROSS JOIN (FROM input_step WHERE stratum = $stratum) s
),
part AS MATERIALIZED (
	SELECT unit, subject, alone,
		CASE WHEN p1 >= b1 THEN from1 ELSE below1 END
			| CASE WHEN p2 >= b2 THEN from2 ELSE below2 END
			| CASE WHEN p3 >= b3 THEN from3 ELSE below3 END
			| CASE WHEN p4 >= b4 THEN from4 ELSE below4 END
			| CASE WHEN p5 >= b5 THEN from5 ELSE below5 END
			| CASE WHEN p6 >= b6 THEN from6 ELSE below6 END AS met,
		CASE WHEN p1 IS NULL THEN 0 ELSE bits1 END
			| CASE WHEN p2 IS NULL THEN 0 ELSE bits2 END
			| CASE WHEN p3 IS NULL THEN 0 ELSE bits3 END
			| CASE WHEN p4 IS NULL THEN 0 ELSE bits4 END
			| CASE WHEN p5 IS NULL THEN 0 ELSE bits5 END
			| CASE WHEN p6 IS NULL THEN 0 ELSE bits6 END AS seen
	FROM input
	UNION ALL
	SELECT unit, subject, alone,
		base
			+ CASE WHEN position >= b1 THEN g1 ELSE 0 END
			+ CASE WHEN position >= b2 THEN g2 ELSE 0 END
			+ CASE WHEN position >= b3 THEN g3 ELSE 0 END
			+ CASE WHEN position >= b4 THEN g4 ELSE 0 END
			+ CASE WHEN position >= b5 THEN g5 ELSE 0 END
			+ CASE WHEN position >= b6 THEN g6 ELSE 0 END,
		CASE WHEN state = 0 THEN bits ELSE 0 END
	FROM worked
	ANTI JOIN derived USING (subject, measure)
	WHERE stratum = $stratum
	UNION ALL
	SELECT unit, subject, alone,
		base
			+ CASE WHEN position >= b1 THEN g1 ELSE 0 END
			+ CASE WHEN position >= b2 THEN g2 ELSE 0 END
			+ CASE WHEN position >= b3 THEN g3 ELSE 0 END
			+ CASE WHEN position >= b4 THEN g4 ELSE 0 END
			+ CASE WHEN position >= b5 THEN g5 ELSE 0 END
			+ CASE WHEN position >= b6 THEN g6 ELSE 0 END,
		bits
	FROM derived
	JOIN measure_step USING (measure)
	WHERE state = 0 AND stratum = $stratum
),
whole AS (
	SELECT unit, subject, met & seen AS met, seen FROM part WHERE alone
	UNION ALL
	SELECT unit, subject, bit_or(met) & bit_or(seen), bit_or(seen)
	FROM part
	WHERE NOT alone
	GROUP BY unit, subject
	UNION ALL
	SELECT unit, NULL, 0, 0 FROM unit WHERE stratum = $stratum
)
SELECT 2 * row_number() OVER () + $stratum, unit, met, seen, list(subject)
FROM whole
GROUP BY unit, met, seen;
