-- The points of parts put together: the lowest and highest they can come to, and what the readings recommend (if they do for all).
INSERT INTO derived
WITH part AS (
	SELECT s.subject, u.parent AS unit,
		v.lowest::HUGEINT AS lowest, v.highest::HUGEINT AS highest,
		CASE WHEN v.decided THEN v.lowest ELSE v.recommended_points END::HUGEINT AS recommended
	FROM subject s
	JOIN applies a USING (district)
	JOIN unit u USING (unit)
	LEFT JOIN cell c ON c.subject = s.subject AND c.unit = u.unit
	JOIN judged v ON v.unit = u.unit AND v.met = coalesce(c.met, 0) AND v.seen = coalesce(c.seen, 0)
	WHERE u.parent IS NOT NULL
),
put_together AS (
	SELECT p.subject, p.unit, m.lowest AS lowest_measure, m.highest AS highest_measure,
		m.recommended AS recommended_measure,
		CASE WHEN any_value(m.how) = 'mean' THEN count(*) ELSE 1 END AS over,
		CASE WHEN any_value(m.how) = 'count' THEN 1000 * count(*) FILTER (p.lowest > 0) ELSE sum(p.lowest) END AS lowest,
		CASE WHEN any_value(m.how) = 'count' THEN 1000 * count(*) FILTER (p.highest > 0) ELSE sum(p.highest) END AS highest,
		CASE
			WHEN count(p.recommended) < count(*) THEN NULL
			WHEN any_value(m.how) = 'count' THEN 1000 * count(*) FILTER (p.recommended > 0)
			ELSE sum(p.recommended)
		END AS recommended
	FROM part p
	JOIN combine m USING (unit)
	GROUP BY ALL
),
measured AS (
	SELECT subject, lowest_measure AS measure, 1000 * lowest AS num, over FROM put_together
	UNION ALL
	SELECT subject, highest_measure, 1000 * highest, over FROM put_together
	UNION ALL
	SELECT subject, recommended_measure, 1000 * recommended, over FROM put_together WHERE recommended IS NOT NULL
)
SELECT subject, measure,
	(2 * (num // over) + CASE WHEN num % over <> 0 THEN 1 ELSE 0 END)::BIGINT,
	0
FROM measured;
