-- Every cell with its status. Open for something invalid goes before open for something missing; a zero denominator is the
-- letter's silence. A unit that waits for combined points is open for what weighs most among its own reasons and its parts'.
WITH flaw AS (
	SELECT subject, unit,
		bit_or(CASE WHEN state = 1 THEN bits ELSE 0 END) AS invalid,
		bit_or(CASE WHEN state = 2 THEN bits ELSE 0 END) AS zero
	FROM (
		SELECT e.subject, s.unit, e.state, s.bits FROM entry e JOIN input_bits s USING (input) WHERE e.state <> 0
		UNION ALL
		SELECT d.subject, s.unit, d.state, s.bits FROM derived d JOIN measure_step s USING (measure) WHERE d.state <> 0
	)
	GROUP BY ALL
),
weighed AS (
	SELECT j.subject, u.unit, u.parent, u.stratum, v.met, v.seen, v.unsure, v.outcome, v.lowest, v.highest,
		v.recommended, v.recommended_points, v.reading,
		CASE
			WHEN v.decided THEN 0
			WHEN v.waits & coalesce(f.invalid, 0) <> 0 THEN 3
			WHEN v.waits & ~coalesce(f.zero, 0) <> 0 THEN 2
			ELSE 1
		END AS weight,
		CASE
			WHEN v.decided THEN NULL
			WHEN v.waits & coalesce(f.invalid, 0) <> 0 THEN 'invalid_input'
			WHEN v.waits & ~coalesce(f.zero, 0) <> 0 THEN 'missing_input'
			WHEN v.waits <> 0 THEN 'zero_denominator'
			ELSE v.reason
		END AS reason
	FROM subject j
	JOIN applies a USING (district)
	JOIN unit u USING (unit)
	LEFT JOIN cell c ON c.subject = j.subject AND c.unit = u.unit
	JOIN judged v ON v.unit = u.unit AND v.met = coalesce(c.met, 0) AND v.seen = coalesce(c.seen, 0)
	LEFT JOIN flaw f ON f.subject = j.subject AND f.unit = u.unit
),
heaviest AS (
	SELECT subject, parent AS unit,
		-- the first of those that weigh the same, so that the same one is named every time
		first(
			{'weight': weight, 'reason': reason, 'reading': reading}
			ORDER BY 2 * weight + CASE WHEN reason = 'zero_denominator' THEN 1 ELSE 0 END DESC, unit
		) AS part
	FROM weighed
	WHERE parent IS NOT NULL AND weight > 0
	GROUP BY ALL
),
combined AS (
	SELECT s.unit, bit_or(s.bits) AS bits
	FROM measure_step s
	JOIN combine c ON c.unit = s.unit AND s.measure IN (c.lowest, c.highest)
	GROUP BY s.unit
),
said AS (
	SELECT w.* EXCLUDE (weight, reason, reading, unsure),
		w.weight > 0 AND h.part.weight >= w.weight AND w.unsure & b.bits <> 0 AS by_part,
		CASE WHEN by_part THEN h.part.weight ELSE w.weight END AS weight,
		CASE WHEN by_part THEN h.part.reason ELSE w.reason END AS reason,
		CASE WHEN by_part THEN h.part.reading ELSE w.reading END AS reading
	FROM weighed w
	LEFT JOIN heaviest h USING (subject, unit)
	LEFT JOIN combined b USING (unit)
)
SELECT subject, unit, met, seen, lowest, highest, outcome,
	CASE weight WHEN 0 THEN 'scored' WHEN 1 THEN 'undecided' WHEN 2 THEN 'not_reported' ELSE 'invalid' END AS status,
	reason, reading,
	CASE WHEN weight = 1 THEN recommended END AS recommended,
	CASE WHEN weight = 1 THEN recommended_points END AS recommended_points
FROM said
ORDER BY subject, unit;
