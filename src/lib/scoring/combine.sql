-- The points of parts put together: the lowest and highest they can come to, and what the readings recommend (if they do for all).
INSERT INTO derived
WITH part AS (
	SELECT c.period, c.district, u.parent AS unit,
		v.lowest::HUGEINT AS lowest, v.highest::HUGEINT AS highest,
		CASE WHEN v.decided THEN v.lowest ELSE v.recommended_points END::HUGEINT AS recommended
	FROM cell c
	JOIN verdict v USING (unit, met, seen)
	JOIN unit u USING (unit)
	WHERE u.parent IS NOT NULL
),
put_together AS (
	SELECT p.period, p.district, p.unit, m.how, m.lowest AS lowest_measure, m.highest AS highest_measure,
		m.recommended AS recommended_measure,
		CASE WHEN m.how = 'mean' THEN count(*) ELSE 1 END AS over,
		CASE WHEN m.how = 'count' THEN 1000 * count(*) FILTER (p.lowest > 0) ELSE sum(p.lowest) END AS lowest,
		CASE WHEN m.how = 'count' THEN 1000 * count(*) FILTER (p.highest > 0) ELSE sum(p.highest) END AS highest,
		CASE
			WHEN count(p.recommended) < count(*) THEN NULL
			WHEN m.how = 'count' THEN 1000 * count(*) FILTER (p.recommended > 0)
			ELSE sum(p.recommended)
		END AS recommended
	FROM part p
	JOIN combine m USING (unit)
	GROUP BY ALL
),
measured AS (
	SELECT period, district, lowest_measure AS measure, 1000 * lowest AS num, over FROM put_together
	UNION ALL
	SELECT period, district, highest_measure, 1000 * highest, over FROM put_together
	UNION ALL
	SELECT period, district, recommended_measure, 1000 * recommended, over FROM put_together WHERE recommended IS NOT NULL
)
SELECT period, district, measure,
	(2 * (num // over) + CASE WHEN num % over <> 0 THEN 1 ELSE 0 END)::BIGINT,
	0, num, 1000000 * over
FROM measured;
