-- What a ladder gives depends on the masks alone, so each different pair of masks is judged once, however many cells have it.
-- A row is sure where every bit it needs holds, possible where none it needs is known to fail. Rows are tested in order; the
-- first rung with a sure row ends the search. A unit is decided where all that is possible until then is one outcome.
INSERT INTO verdict
WITH seen_once AS (
	SELECT c.unit, c.met, c.seen, c.met | (u.bits & ~c.seen) AS may
	FROM (
		SELECT DISTINCT unit, met, seen FROM cell
		UNION
		SELECT unit, 0, 0 FROM unit
	) c
	JOIN unit u USING (unit)
	WHERE u.stratum = $stratum
),
rung AS (
	SELECT s.unit, s.met, s.seen, o.ord, o.outcome, o.undecided, o.reading, o.lowest, o.highest,
		o.sure & ~s.met = 0 AS sure,
		o.possible & ~s.may = 0 AS possible,
		o.recommended & ~s.met = 0 AS taken,
		o.recommended & ~s.may = 0 AS takeable,
		o.possible & ~s.met AS waits,
		o.sure & ~s.met AS unsure
	FROM seen_once s
	JOIN outcome o USING (unit)
),
stop AS (
	SELECT unit, met, seen,
		min(ord) FILTER (sure) AS ord,
		min(ord) FILTER (taken) AS taken
	FROM rung
	GROUP BY ALL
),
adjusting AS (
	SELECT s.unit, s.met, s.seen, a.adjust, any_value(a.points) AS points,
		bool_or(a.sure & ~s.met = 0) AS sure,
		bool_or(a.possible & ~s.may = 0) AS possible,
		bool_or(a.recommended & ~s.met = 0) AS taken,
		bool_or(a.recommended & ~s.may = 0) AS takeable,
		bit_or(CASE WHEN a.possible & ~s.may = 0 THEN a.possible & ~s.met ELSE 0 END) AS waits,
		min(CASE WHEN a.possible & ~s.may = 0 THEN (a.sure & ~s.met) & -(a.sure & ~s.met) END) AS unsure
	FROM seen_once s
	JOIN adjust a USING (unit)
	GROUP BY ALL
),
adjusted AS (
	SELECT unit, met, seen,
		sum(CASE WHEN points < 0 THEN CASE WHEN possible THEN points ELSE 0 END WHEN sure THEN points ELSE 0 END) AS lowest,
		sum(CASE WHEN points > 0 THEN CASE WHEN possible THEN points ELSE 0 END WHEN sure THEN points ELSE 0 END) AS highest,
		sum(CASE WHEN taken THEN points ELSE 0 END) AS taken,
		bool_or(takeable AND NOT taken) AS untaken,
		bit_or(CASE WHEN possible AND NOT sure THEN waits ELSE 0 END) AS waits,
		min(CASE WHEN possible AND NOT sure AND waits = 0 THEN unsure END) AS unsure
	FROM adjusting
	GROUP BY ALL
),
ladder AS (
	SELECT r.unit, r.met, r.seen,
		count(DISTINCT r.outcome) = 1 AND NOT bool_or(r.undecided IS NOT NULL) AS one,
		any_value(r.outcome) AS outcome,
		min(r.lowest) AS lowest,
		max(r.highest) AS highest,
		bit_or(CASE WHEN r.ord < s.ord THEN r.waits ELSE 0 END) AS waits,
		-- the first rung that keeps it open: its own reason, or the first unclear bit it needs
		arg_min({'reason': r.undecided, 'reading': r.reading, 'bit': r.unsure & -r.unsure}, r.ord)
			FILTER (r.undecided IS NOT NULL OR r.ord < s.ord) AS open
	FROM rung r
	JOIN stop s USING (unit, met, seen)
	WHERE r.possible AND r.ord <= s.ord
	GROUP BY ALL
),
recommendation AS (
	SELECT r.unit, r.met, r.seen,
		any_value(r.outcome) FILTER (r.ord = s.taken AND r.taken) AS outcome,
		bool_or(r.ord < s.taken AND r.takeable) AS untaken
	FROM rung r
	JOIN stop s USING (unit, met, seen)
	GROUP BY ALL
),
weighed AS (
	SELECT l.*, a.waits AS adjust_waits, a.unsure AS adjust_unsure,
		-- an outcome without points keeps none: least and greatest would pass over the null
		CASE WHEN l.lowest IS NOT NULL THEN least(greatest(l.lowest + coalesce(a.lowest, 0), u.floor), u.ceiling)::INTEGER END AS low,
		CASE WHEN l.highest IS NOT NULL THEN least(greatest(l.highest + coalesce(a.highest, 0), u.floor), u.ceiling)::INTEGER END AS high,
		CASE WHEN NOT coalesce(n.untaken, FALSE) AND NOT coalesce(a.untaken, FALSE) THEN n.outcome END AS recommended,
		coalesce(a.taken, 0) AS adjust_taken, u.floor, u.ceiling
	FROM ladder l
	JOIN unit u USING (unit)
	LEFT JOIN recommendation n USING (unit, met, seen)
	LEFT JOIN adjusted a USING (unit, met, seen)
),
settled AS (
	SELECT *,
		one AND low IS NOT DISTINCT FROM high AS decided,
		waits | CASE WHEN one AND low = high THEN 0 ELSE coalesce(adjust_waits, 0) END AS all_waits,
		coalesce(open.bit, adjust_unsure, 0) AS bit
	FROM weighed
)
SELECT s.unit, s.met, s.seen, s.decided,
	CASE WHEN s.decided THEN s.outcome END,
	s.low, s.high,
	CASE WHEN s.decided THEN 0 ELSE s.all_waits END,
	CASE WHEN NOT s.decided AND s.all_waits = 0 THEN coalesce(s.open.reason, x.reason) END,
	CASE WHEN NOT s.decided AND s.all_waits = 0 THEN coalesce(s.open.reading, x.reading) END,
	CASE WHEN NOT s.decided AND s.all_waits = 0 THEN s.recommended END,
	CASE WHEN NOT s.decided AND s.all_waits = 0 AND o.points IS NOT NULL
		THEN least(greatest(o.points + s.adjust_taken, s.floor), s.ceiling) END
FROM settled s
LEFT JOIN unclear x ON x.unit = s.unit AND s.bit <> 0 AND (1::BIGINT << x.bit) = s.bit
LEFT JOIN (SELECT unit, outcome, any_value(lowest) AS points FROM outcome WHERE undecided IS NULL GROUP BY ALL) o
	ON o.unit = s.unit AND o.outcome = s.recommended;
