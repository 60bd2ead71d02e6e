-- Values worked out from inputs. The parts decide where all are known; a figure sent beside them must be what they round to.
INSERT INTO derived
WITH part AS (
	SELECT e.period, e.district, t.measure,
		count(*) FILTER (NOT t.figure AND e.state = 0) AS known,
		bool_or(e.state = 1) AS bad,
		sum(t.num * (e.position::HUGEINT // 2)) FILTER (NOT t.figure AND e.state = 0) AS num,
		sum(t.den * (e.position::HUGEINT // 2)) FILTER (NOT t.figure AND e.state = 0) AS den,
		any_value(e.position) FILTER (t.figure AND e.state = 0) AS figure,
		any_value(e.decimals) FILTER (t.figure AND e.state = 0) AS decimals
	FROM entry e
	JOIN term t USING (input)
	GROUP BY ALL
),
share AS (
	SELECT p.*, m.lowest, m.highest, p.known = m.terms AS whole,
		num::HUGEINT AS n, (CASE WHEN m.ratio THEN den ELSE 1000000 END)::HUGEINT AS d
	FROM part p
	JOIN measure m USING (measure)
),
judged AS (
	SELECT *,
		CASE
			WHEN NOT whole THEN CASE WHEN figure IS NOT NULL THEN 0 WHEN bad THEN 1 END
			WHEN d < 0 OR n * 1000000 < lowest * d OR n * 1000000 > highest * d THEN 1
			WHEN d = 0 THEN 2
			-- half away from zero, to the decimals of the figure: 2 × |n| ÷ d + one step, halved and cut
			WHEN figure IS NOT NULL AND sign(n) * (
					(2 * abs(n) * 1000000 + d * (10 ** (6 - decimals))::HUGEINT) // (2 * d * (10 ** (6 - decimals))::HUGEINT)
				) * (10 ** (6 - decimals))::HUGEINT <> figure // 2 THEN 1
			ELSE 0
		END AS state
	FROM share
)
SELECT period, district, measure,
	CASE
		WHEN state <> 0 THEN NULL
		WHEN NOT whole THEN figure
		-- twice the floor, and one more where something is left over
		ELSE least(greatest(
			2 * (n * 1000000 // d - CASE WHEN n * 1000000 % d < 0 THEN 1 ELSE 0 END) + CASE WHEN n * 1000000 % d <> 0 THEN 1 ELSE 0 END,
			-4000000000000000000), 4000000000000000000)::BIGINT
	END,
	state,
	CASE WHEN state = 0 THEN CASE WHEN whole THEN n ELSE figure // 2 END END,
	CASE WHEN state = 0 THEN CASE WHEN whole THEN d ELSE 1000000 END END
FROM judged
WHERE state IS NOT NULL;

-- Places: the largest first, equal ones share; a tie has a better end (first) and another (last). Who did not report takes none.
INSERT INTO derived
WITH source AS (
	SELECT period, district, input AS measure, position, state FROM entry SEMI JOIN placed ON source = input
	UNION ALL
	SELECT period, district, measure, position, state FROM derived SEMI JOIN placed ON source = measure
),
ranked AS (
	SELECT s.period, s.district, p.first, p.last, s.state,
		CASE WHEN s.state = 0 THEN rank() OVER best END AS best,
		CASE WHEN s.state = 0 THEN rank() OVER best + count(*) OVER tied - 1 END AS worst
	FROM source s
	JOIN placed p ON p.source = s.measure
	WINDOW best AS (PARTITION BY s.period, s.measure, s.state, p.first ORDER BY s.position DESC),
		tied AS (PARTITION BY s.period, s.measure, s.state, p.first, s.position)
)
SELECT period, district, first, 2000000 * best, state, best, 1 FROM ranked
UNION ALL
SELECT period, district, last, 2000000 * worst, state, worst, 1 FROM ranked;
