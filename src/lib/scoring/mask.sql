-- Each cell (period, district, unit) becomes two masks: which conditions hold, and which could be judged at all.
INSERT INTO cell
WITH fact AS (
	SELECT period, district, input AS measure, position FROM entry WHERE state = 0
	UNION ALL
	SELECT period, district, measure, position FROM derived WHERE state = 0
),
judged AS (
	SELECT f.period, f.district, s.unit,
		s.base
			+ CASE WHEN f.position >= s.b1 THEN s.g1 ELSE 0 END
			+ CASE WHEN f.position >= s.b2 THEN s.g2 ELSE 0 END
			+ CASE WHEN f.position >= s.b3 THEN s.g3 ELSE 0 END
			+ CASE WHEN f.position >= s.b4 THEN s.g4 ELSE 0 END
			+ CASE WHEN f.position >= s.b5 THEN s.g5 ELSE 0 END
			+ CASE WHEN f.position >= s.b6 THEN s.g6 ELSE 0 END AS met,
		s.bits
	FROM fact f
	JOIN step s USING (measure)
	UNION ALL
	SELECT c.period, c.district, a.unit, 0, 0
	FROM cohort c
	JOIN applies a USING (district)
)
SELECT j.period, j.district, j.unit, bit_or(j.met), bit_or(j.bits)
FROM judged j
SEMI JOIN (SELECT unit FROM unit WHERE stratum = $stratum) u USING (unit)
GROUP BY ALL;
