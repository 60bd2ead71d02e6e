-- Values worked out from inputs: numerator over denominator, where all of their terms are known. Coefficients are ±1, so sums of
-- positions are exact, and four of them stay within a BIGINT. Small numerators divide as BIGINT, the rest as HUGEINT: no entry can
-- overflow. Longer and larger sums follow in derive_long.sql.
-- The position of n ÷ d, twice its whole part and one more, away from zero, where something is left over.
CREATE OR REPLACE TEMP MACRO small_position(n, d) AS 2 * (n // d) + sign(n % d);
CREATE OR REPLACE TEMP MACRO large_position(n, d) AS
	least(greatest(2 * (n // d) + sign(n % d), -4000000000000000000), 4000000000000000000)::BIGINT;
-- 0: known, 1: cannot be so, 2: its denominator is zero and nothing says what it counts as then, null: its terms are not all known.
CREATE OR REPLACE TEMP MACRO worked_state(n, d, p, lowest, highest, zero) AS CASE
	WHEN n IS NULL THEN NULL
	WHEN d > 0 THEN CASE WHEN p < 2 * lowest OR p > 2 * highest THEN 1 ELSE 0 END
	WHEN d < 0 THEN 1
	WHEN d = 0 THEN
		CASE WHEN n < 0 AND lowest IS NOT NULL OR n > 0 AND highest IS NOT NULL THEN 1 WHEN zero IS NULL THEN 2 ELSE 0 END
END;

-- The rules of a value beside what it does to each unit's mask.
CREATE OR REPLACE TEMP TABLE worked_rule AS
FROM short_measure JOIN measure USING (measure) LEFT JOIN measure_step USING (measure);

CREATE OR REPLACE TEMP VIEW worked AS
WITH figures AS (
	SELECT e.subject, r.*, positions[i1] AS p1,
		CASE WHEN i2 IS NULL THEN 0 ELSE positions[i2] END AS p2,
		CASE WHEN i3 IS NULL THEN 0 ELSE positions[i3] END AS p3,
		CASE WHEN i4 IS NULL THEN 0 ELSE positions[i4] END AS p4
	FROM sheets e
	CROSS JOIN worked_rule r
),
share AS (
	SELECT * EXCLUDE (p1, p2, p3, p4),
		n1 * p1 + n2 * p2 + n3 * p3 + n4 * p4 AS n,
		CASE WHEN ratio THEN d1 * p1 + d2 * p2 + d3 * p3 + d4 * p4 ELSE 2000000 END AS d
	FROM figures
),
divided AS (
	SELECT *,
		CASE
			WHEN d > 0 AND abs(n) < 20000000000 THEN small_position(n * (times * 1000000), d)
			WHEN d > 0 THEN large_position(n::HUGEINT * (times * 1000000), d)
			WHEN d = 0 THEN 2 * zero
		END AS position
	FROM share
)
SELECT *, worked_state(n, d, position, lowest, highest, zero) AS state FROM divided;

-- What measures are judged on: worked out on the way, until derive.sql says otherwise.
CREATE OR REPLACE TEMP VIEW judged_value AS FROM worked;
