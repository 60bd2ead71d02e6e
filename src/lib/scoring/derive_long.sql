-- Values worked out from more inputs than stand in one row, or from sums of lists: however many, however large.
INSERT INTO derived
WITH share AS (
	SELECT e.subject, t.measure, sum(t.num * e.position) AS n,
		CASE WHEN any_value(m.ratio) THEN sum(t.den * e.position) ELSE 2000000 END AS d
	FROM entry e
	JOIN term t USING (input)
	JOIN (FROM measure ANTI JOIN short_measure USING (measure)) m USING (measure)
	WHERE e.state = 0
	GROUP BY ALL
	HAVING count(*) = any_value(m.terms)
),
divided AS (
	SELECT subject, measure, n, d, lowest, highest, zero,
		CASE WHEN d > 0 THEN large_position(n * (times * 1000000), d) WHEN d = 0 THEN 2 * zero END AS position
	FROM share
	JOIN measure USING (measure)
)
SELECT subject, measure, position, worked_state(n, d, position, lowest, highest, zero)
FROM divided;
