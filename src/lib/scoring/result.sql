-- Every cell with its status. Open for something invalid goes before open for something missing; a zero denominator is the
-- letter's silence. A combined unit is open for the reason that weighs most among its parts.
WITH flaw AS (
	SELECT f.period, f.district, s.unit,
		bit_or(CASE WHEN f.state = 1 THEN s.bits ELSE 0 END) AS invalid,
		bit_or(CASE WHEN f.state = 2 THEN s.bits ELSE 0 END) AS zero
	FROM (
		SELECT period, district, input AS measure, state FROM entry WHERE state <> 0
		UNION ALL
		SELECT period, district, measure, state FROM derived WHERE state <> 0
	) f
	JOIN step s USING (measure)
	GROUP BY ALL
),
weighed AS (
	SELECT c.period, c.district, c.unit, u.parent, u.stratum, c.met, c.seen, v.outcome, v.lowest, v.highest,
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
	FROM cell c
	JOIN verdict v USING (unit, met, seen)
	JOIN unit u USING (unit)
	LEFT JOIN flaw f USING (period, district, unit)
),
heaviest AS (
	SELECT period, district, parent AS unit,
		arg_max({'weight': weight, 'reason': reason, 'reading': reading}, weight) AS part
	FROM weighed
	WHERE parent IS NOT NULL AND weight > 0
	GROUP BY ALL
),
said AS (
	SELECT w.* EXCLUDE (weight, reason, reading),
		w.weight = 1 AND w.stratum = 1 AND h.part IS NOT NULL AS by_part,
		CASE WHEN by_part THEN h.part.weight ELSE w.weight END AS weight,
		CASE WHEN by_part THEN h.part.reason ELSE w.reason END AS reason,
		CASE WHEN by_part THEN h.part.reading ELSE w.reading END AS reading
	FROM weighed w
	LEFT JOIN heaviest h USING (period, district, unit)
)
SELECT period, district, unit, met, seen, lowest, highest, outcome,
	CASE weight WHEN 0 THEN 'scored' WHEN 1 THEN 'undecided' WHEN 2 THEN 'not_reported' ELSE 'invalid' END AS status,
	reason, reading,
	CASE WHEN weight = 1 THEN recommended END AS recommended
FROM said
ORDER BY period, district, unit;
