-- Inputs that cannot all be so make each other invalid: a part over its whole, an award with nothing sent.
CREATE OR REPLACE TEMP TABLE broken AS
SELECT e.period, e.district, c.rule
FROM (SELECT *, count(*) OVER (PARTITION BY rule) AS terms FROM rule_check) c
JOIN entry e USING (input)
GROUP BY ALL
HAVING count(*) FILTER (e.state = 0) = any_value(c.terms)
	AND sum(c.coefficient * e.position::HUGEINT) < 0;

UPDATE entry SET state = 1
FROM broken b JOIN rule_check c USING (rule)
WHERE entry.period = b.period AND entry.district = b.district AND entry.input = c.input;
