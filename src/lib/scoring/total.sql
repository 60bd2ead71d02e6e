-- What each district has in each section, in the section's own unit: scored, and with what is open filled with the worst and the best.
INSERT INTO total
SELECT c.period, c.district, u.section,
	coalesce(sum(v.lowest * u.factor) FILTER (v.decided), 0),
	sum(v.lowest * u.factor),
	sum(v.highest * u.factor) + any_value(s.lost * s.scale / 100)::BIGINT,
	sum(u.weight * s.scale / 100)::BIGINT + any_value(s.lost * s.scale / 100)::BIGINT,
	coalesce(sum(u.weight) FILTER (v.decided), 0),
	sum(u.weight) + any_value(s.lost)
FROM cell c
JOIN verdict v USING (unit, met, seen)
JOIN unit u USING (unit)
JOIN section s USING (section)
WHERE u.weight > 0
GROUP BY c.period, c.district, u.section;
