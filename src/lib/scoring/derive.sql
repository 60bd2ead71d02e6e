-- Values worked out from inputs: numerator over denominator, where all of their terms are known. Coefficients are ±1, so sums of
-- positions are exact; the quotient is cut to millionths and one is added to the position where something is left over.
-- Small numerators divide as BIGINT, the rest as HUGEINT: no entry can overflow.
INSERT INTO derived
WITH part AS (
	SELECT e.subject, t.measure, count(*) AS known, sum(t.num * e.position) AS num, sum(t.den * e.position) AS den
	FROM entry e
	JOIN term t USING (input)
	WHERE e.state = 0
	GROUP BY e.subject, t.measure
),
share AS (
	SELECT p.subject, p.measure, m.lowest, m.highest, m.times,
		p.num AS n,
		CASE WHEN m.ratio THEN p.den ELSE 2000000 END AS d,
		abs(p.num) < 90000000000 AND abs(d) < 1000000000000000000 AS small
	FROM part p
	JOIN measure m USING (measure)
	WHERE p.known = m.terms
),
quotient AS (
	SELECT subject, measure, n, d, lowest, highest,
		CASE
			WHEN d <= 0 THEN NULL
			WHEN small THEN n::BIGINT * (times * 1000000) // d::BIGINT
			ELSE n * (times * 1000000) // d
		END AS q,
		CASE
			WHEN d <= 0 THEN NULL
			WHEN small THEN n::BIGINT * (times * 1000000) % d::BIGINT
			ELSE n * (times * 1000000) % d
		END AS r
	FROM share
)
SELECT subject, measure,
	-- twice the floor (a negative quotient was cut upwards), and one more where something is left over
	least(greatest(2 * q + CASE WHEN r < 0 THEN -1 WHEN r > 0 THEN 1 ELSE 0 END, -4000000000000000000), 4000000000000000000)::BIGINT,
	CASE
		WHEN d < 0 THEN 1
		WHEN d = 0 THEN CASE WHEN n < 0 AND lowest IS NOT NULL OR n > 0 AND highest IS NOT NULL THEN 1 ELSE 2 END
		WHEN q < lowest OR q = lowest AND r < 0 OR q > highest OR q = highest AND r > 0 THEN 1
		ELSE 0
	END
FROM quotient;
