-- What adjustments can do to the points of each state: the least and the most they come to, and what the readings recommend.
CREATE OR REPLACE TEMP TABLE adjusted AS
WITH adjusting AS (
	SELECT s.state, a.adjust, any_value(a.points) AS points,
		bool_or(a.sure & ~s.met = 0) AS sure,
		bool_or(a.possible & ~s.may = 0) AS possible,
		bool_or(a.recommended & ~s.met = 0) AS taken,
		bool_or(a.recommended & ~s.may = 0) AS takeable,
		bit_or(CASE WHEN a.possible & ~s.may = 0 THEN a.possible & ~s.met ELSE 0 END) AS waits,
		bit_or(CASE WHEN a.possible & ~s.may = 0 THEN a.sure & ~s.met ELSE 0 END) AS unsure
	FROM state s
	JOIN adjust a USING (unit)
	GROUP BY ALL
)
SELECT state,
	sum(CASE WHEN points < 0 THEN CASE WHEN possible THEN points ELSE 0 END WHEN sure THEN points ELSE 0 END)::INTEGER AS lowest,
	sum(CASE WHEN points > 0 THEN CASE WHEN possible THEN points ELSE 0 END WHEN sure THEN points ELSE 0 END)::INTEGER AS highest,
	sum(CASE WHEN points < 0 THEN CASE WHEN takeable THEN points ELSE 0 END WHEN taken THEN points ELSE 0 END)::INTEGER AS take_lowest,
	sum(CASE WHEN points > 0 THEN CASE WHEN takeable THEN points ELSE 0 END WHEN taken THEN points ELSE 0 END)::INTEGER AS take_highest,
	bit_or(CASE WHEN possible AND NOT sure THEN waits ELSE 0 END) AS waits,
	bit_or(CASE WHEN possible AND NOT sure THEN unsure ELSE 0 END) AS unsure
FROM adjusting
GROUP BY ALL;
