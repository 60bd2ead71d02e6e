-- Places in each section of each period, on exact shares: two different shares differ within 18 decimals, because wholes stay
-- below 10^9. Equal shares share the place. The best place a district can still take counts those whose worst is above its best.
WITH share AS (
	SELECT subject, period, section, got, worst, best, whole, decided_weight, weight,
		got * 1000000000000000000 // whole AS got_share,
		worst * 1000000000000000000 // whole AS worst_share,
		best * 1000000000000000000 // whole AS best_share
	FROM total
	JOIN subject USING (subject)
	WHERE whole > 0
),
-- Each district twice, as one that counts (by its worst) and one that asks (by its best), and the other way round.
asked_best AS (
	SELECT subject, asks, section,
		count(*) FILTER (NOT asks) OVER (PARTITION BY period, section ORDER BY point DESC, asks DESC ROWS UNBOUNDED PRECEDING) AS above
	FROM (
		SELECT subject, period, section, best_share AS point, TRUE AS asks FROM share
		UNION ALL
		SELECT subject, period, section, worst_share, FALSE FROM share
	)
),
asked_worst AS (
	SELECT subject, asks, section,
		count(*) FILTER (NOT asks) OVER (PARTITION BY period, section ORDER BY point DESC, asks DESC ROWS UNBOUNDED PRECEDING) AS above
	FROM (
		SELECT subject, period, section, worst_share AS point, TRUE AS asks FROM share
		UNION ALL
		SELECT subject, period, section, best_share, FALSE FROM share
	)
)
SELECT s.subject, s.section, s.got, s.worst, s.best, s.whole, s.decided_weight, s.weight,
	rank() OVER (PARTITION BY s.period, s.section ORDER BY s.got_share DESC) AS place,
	1 + b.above AS place_best,
	-- a district's own best stands above its own worst unless nothing is open
	1 + w.above - CASE WHEN s.best_share > s.worst_share THEN 1 ELSE 0 END AS place_worst
FROM share s
JOIN asked_best b ON b.asks AND b.subject = s.subject AND b.section = s.section
JOIN asked_worst w ON w.asks AND w.subject = s.subject AND w.section = s.section
ORDER BY s.subject, s.section;
