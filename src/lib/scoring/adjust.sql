-- What adjustments can do to the points of each class: the least and the most they come to, and what the readings recommend.
INSERT INTO adjusted
WITH line AS (
	SELECT rowid AS class, unit, unnest(codes) AS code FROM class WHERE stratum = getvariable('stratum')
),
adjusting AS (
	SELECT l.class, a.adjust, any_value(a.points) AS points,
		bool_or(l.code & 4 <> 0) AS sure,
		bool_or(l.code & 2 <> 0) AS taken,
		bool_or(l.code & 1 <> 0) AS takeable,
		bit_or(a.sure) AS needs
	FROM line l
	JOIN adjust a ON a.unit = l.unit AND a.line = l.code >> 4
	GROUP BY ALL
)
SELECT class,
	sum(CASE WHEN points < 0 OR sure THEN points ELSE 0 END),
	sum(CASE WHEN points > 0 OR sure THEN points ELSE 0 END),
	sum(CASE WHEN points < 0 THEN CASE WHEN takeable THEN points ELSE 0 END WHEN taken THEN points ELSE 0 END),
	sum(CASE WHEN points > 0 THEN CASE WHEN takeable THEN points ELSE 0 END WHEN taken THEN points ELSE 0 END),
	bit_or(CASE WHEN sure THEN 0 ELSE needs END)
FROM adjusting
GROUP BY class;
