-- Each cell (a subject on a unit) becomes two masks: which conditions hold, and which could be judged at all.
INSERT INTO cell
SELECT subject, unit, bit_or(met), bit_or(bits)
FROM (
	SELECT e.subject, s.unit, s.bits,
		s.base
			+ CASE WHEN e.position >= s.b1 THEN s.g1 ELSE 0 END
			+ CASE WHEN e.position >= s.b2 THEN s.g2 ELSE 0 END
			+ CASE WHEN e.position >= s.b3 THEN s.g3 ELSE 0 END
			+ CASE WHEN e.position >= s.b4 THEN s.g4 ELSE 0 END
			+ CASE WHEN e.position >= s.b5 THEN s.g5 ELSE 0 END
			+ CASE WHEN e.position >= s.b6 THEN s.g6 ELSE 0 END AS met
	FROM entry e
	JOIN input_step s USING (input)
	WHERE e.state = 0 AND s.stratum = $stratum
	UNION ALL
	SELECT d.subject, s.unit, s.bits,
		s.base
			+ CASE WHEN d.position >= s.b1 THEN s.g1 ELSE 0 END
			+ CASE WHEN d.position >= s.b2 THEN s.g2 ELSE 0 END
			+ CASE WHEN d.position >= s.b3 THEN s.g3 ELSE 0 END
			+ CASE WHEN d.position >= s.b4 THEN s.g4 ELSE 0 END
			+ CASE WHEN d.position >= s.b5 THEN s.g5 ELSE 0 END
			+ CASE WHEN d.position >= s.b6 THEN s.g6 ELSE 0 END
	FROM derived d
	JOIN measure_step s USING (measure)
	WHERE d.state = 0 AND s.stratum = $stratum
)
GROUP BY subject, unit;
