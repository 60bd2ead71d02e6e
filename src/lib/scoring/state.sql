-- Each different pair of masks of a unit once, however many cells have it, and the pair of which nothing is known. What may hold is
-- what holds and what is not known. The number stands for all three in what follows.
CREATE OR REPLACE TEMP TABLE state AS
SELECT (row_number() OVER () - 1)::INTEGER AS state, c.unit, c.met, c.seen, c.met | (u.bits & ~c.seen) AS may,
	u.floor, u.ceiling
FROM (
	SELECT DISTINCT unit, met, seen FROM cell
	UNION
	SELECT unit, 0, 0 FROM unit
) c
JOIN unit u USING (unit)
WHERE u.stratum = $stratum;
