-- Values worked out from inputs: numerator over denominator, where all of their terms are known. Coefficients are ±1, so sums of
-- positions are exact, and four of them stay within a BIGINT; the quotient is cut to millionths. Small numerators divide as BIGINT,
-- the rest as HUGEINT: no entry can overflow. Longer and larger sums follow in derive_long.sql.
INSERT INTO derived
WITH value AS (
	SELECT e.subject, m.*, positions[i1] AS p1,
		CASE WHEN i2 IS NULL THEN 0 ELSE positions[i2] END AS p2,
		CASE WHEN i3 IS NULL THEN 0 ELSE positions[i3] END AS p3,
		CASE WHEN i4 IS NULL THEN 0 ELSE positions[i4] END AS p4
	FROM sheets e
	CROSS JOIN (SELECT * EXCLUDE (times), times * 1000000 AS factor FROM short_measure JOIN measure USING (measure)) m
),
share AS (
	SELECT subject, measure, lowest, highest, zero, factor,
		n1 * p1 + n2 * p2 + n3 * p3 + n4 * p4 AS n,
		CASE WHEN ratio THEN d1 * p1 + d2 * p2 + d3 * p3 + d4 * p4 ELSE 2000000 END AS d,
		abs(n) < 90000000000 AS small
	FROM value
),
quotient AS (
	SELECT subject, measure, lowest, highest, zero, n, d,
		CASE
			WHEN d <= 0 THEN NULL
			WHEN small THEN n * factor // d
			ELSE least(greatest(n::HUGEINT * factor // d, -2000000000000000000), 2000000000000000000)::BIGINT
		END AS q,
		CASE
			WHEN d <= 0 THEN NULL
			WHEN small THEN sign(n * factor % d)
			ELSE sign(n::HUGEINT * factor % d)
		END AS over
	FROM share
	WHERE n IS NOT NULL AND d IS NOT NULL
)
SELECT subject, measure, derived_position(d, q, over, zero), derived_state(n, d, q, over, lowest, highest, zero)
FROM quotient;
