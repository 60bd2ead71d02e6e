-- Places inside an indicator: the largest first, equal ones share. A tie has a better end (first) and another (last).
-- Who did not report takes none.
INSERT INTO derived
WITH source AS (
	SELECT e.subject, p.first, p.last, e.position, e.state
	FROM placed p
	JOIN entry e ON NOT p.derived AND e.input = p.source
	UNION ALL
	SELECT d.subject, p.first, p.last, d.position, d.state
	FROM placed p
	JOIN derived d ON p.derived AND d.measure = p.source
),
ranked AS (
	SELECT s.subject, s.first, s.last, s.state,
		CASE WHEN s.state = 0 THEN rank() OVER best END AS best,
		CASE WHEN s.state = 0 THEN rank() OVER best + count(*) OVER tied - 1 END AS worst
	FROM source s
	JOIN subject USING (subject)
	WINDOW best AS (PARTITION BY period, s.first, s.state ORDER BY s.position DESC),
		tied AS (PARTITION BY period, s.first, s.state, s.position)
)
SELECT subject, first, 2000000 * best, state FROM ranked
UNION ALL
SELECT subject, last, 2000000 * worst, state FROM ranked;
