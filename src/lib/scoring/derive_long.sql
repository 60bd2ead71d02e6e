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
quotient AS (
	SELECT subject, measure, lowest, highest, zero, n, d,
		CASE WHEN d > 0 THEN least(greatest(n * times * 1000000 // d, -2000000000000000000), 2000000000000000000)::BIGINT END AS q,
		CASE WHEN d > 0 THEN sign(n * times * 1000000 % d) END AS over
	FROM share
	JOIN measure USING (measure)
)
SELECT subject, measure, derived_position(d, q, over, zero), derived_state(n, d, q, over, lowest, highest, zero)
FROM quotient;
