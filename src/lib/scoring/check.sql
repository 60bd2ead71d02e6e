-- Inputs that cannot all be so make each other invalid: a part over its whole, an award with nothing sent.
INSERT INTO broken
SELECT e.subject, c.rule
FROM (SELECT *, count(*) OVER (PARTITION BY rule) AS terms FROM rule_check) c
JOIN entry e USING (input)
GROUP BY ALL
HAVING count(*) FILTER (e.state = 0) = any_value(c.terms) AND sum(c.coefficient * e.position) < 0;

UPDATE entry SET state = 1
FROM broken b JOIN rule_check c USING (rule)
WHERE entry.subject = b.subject AND entry.input = c.input;

-- Their sheets are written again.
DELETE FROM sheet WHERE subject IN (SELECT subject FROM broken);
