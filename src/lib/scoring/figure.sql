-- A figure sent beside its parts must be what they round to, half away from zero, at the figure's own decimals; else the value is
-- invalid. Where the parts are not all known the figure stands for them, unless what is known of them cannot be so. What is bad and
-- has no figure makes the value bad.
CREATE OR REPLACE TEMP TABLE sent_figure AS
SELECT e.subject, f.measure, e.position, (10 ** (6 - e.decimals))::HUGEINT AS step
FROM figure f
JOIN entry e USING (input)
ANTI JOIN (SELECT b.subject, t.measure FROM broken b JOIN rule_check c USING (rule) JOIN term t USING (input)) b
	ON b.subject = e.subject AND b.measure = f.measure
WHERE e.state = 0;

UPDATE derived SET state = 1
FROM (
	SELECT e.subject, t.measure, any_value(f.position) AS position, any_value(f.step) AS step,
		sum(t.num * e.position) * any_value(m.times) AS n,
		CASE WHEN any_value(m.ratio) THEN sum(t.den * e.position) ELSE 2000000 END::HUGEINT AS d
	FROM sent_figure f
	JOIN term t USING (measure)
	JOIN measure m USING (measure)
	JOIN entry e ON e.subject = f.subject AND e.input = t.input
	WHERE e.state = 0
	GROUP BY e.subject, t.measure
) f
WHERE derived.subject = f.subject AND derived.measure = f.measure AND derived.state = 0
	AND sign(f.n) * ((2 * abs(f.n) * 1000000 + f.d * f.step) // (2 * f.d * f.step)) * f.step <> f.position // 2;

INSERT INTO derived
SELECT f.subject, f.measure, f.position, 0
FROM sent_figure f
ANTI JOIN derived d ON d.subject = f.subject AND d.measure = f.measure;

INSERT INTO derived
SELECT DISTINCT e.subject, t.measure, NULL::BIGINT, 1
FROM entry e
JOIN (SELECT measure, input FROM term UNION ALL SELECT measure, input FROM figure) t USING (input)
ANTI JOIN derived d ON d.subject = e.subject AND d.measure = t.measure
WHERE e.state = 1;
