-- What a ladder gives depends on the masks alone, so each different pair of masks is judged once, however many cells have it.
-- A row is sure where every bit it needs holds, possible where none it needs is known to fail. Rows are tested in order; the
-- first rung with a sure row ends the search. A unit is decided where all that is possible until then is one outcome. Of the
-- alternatives of a rung, one that lacks all that another lacks, and more, is no way to it.
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
	SELECT s.unit, s.met, s.seen, o.ord, o.row, o.outcome, o.undecided, o.reading, o.points, o.lowest, o.highest,
		o.sure & ~s.met = 0 AND o.possible & ~s.may = 0 AS sure,
		o.possible & ~s.may = 0 AS possible,
		o.recommended & ~s.met = 0 AND o.possible & ~s.may = 0 AS taken,
		o.recommended & ~s.may = 0 AND o.possible & ~s.may = 0 AS takeable,
		o.possible & ~s.met AS waits,
		o.sure & ~s.met AS unsure
	FROM seen_once s
	JOIN outcome o USING (unit)
),
longer AS (
	SELECT r.unit, r.met, r.seen, r.ord, r.row
	FROM rung r
	JOIN rung o USING (unit, met, seen, ord)
	WHERE o.row <> r.row AND o.possible AND r.possible
		AND o.unsure & ~r.unsure = 0 AND o.waits & ~r.waits = 0 AND (o.unsure <> r.unsure OR o.waits <> r.waits)
	GROUP BY ALL
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
		bit_or(CASE WHEN a.possible & ~s.may = 0 THEN a.sure & ~s.met ELSE 0 END) AS unsure
	FROM seen_once s
	JOIN adjust a USING (unit)
	GROUP BY ALL
),
adjusted AS (
	SELECT unit, met, seen,
		sum(CASE WHEN points < 0 THEN CASE WHEN possible THEN points ELSE 0 END WHEN sure THEN points ELSE 0 END) AS lowest,
		sum(CASE WHEN points > 0 THEN CASE WHEN possible THEN points ELSE 0 END WHEN sure THEN points ELSE 0 END) AS highest,
		sum(CASE WHEN points < 0 THEN CASE WHEN takeable THEN points ELSE 0 END WHEN taken THEN points ELSE 0 END) AS take_lowest,
		sum(CASE WHEN points > 0 THEN CASE WHEN takeable THEN points ELSE 0 END WHEN taken THEN points ELSE 0 END) AS take_highest,
		bit_or(CASE WHEN possible AND NOT sure THEN waits ELSE 0 END) AS waits,
		bit_or(CASE WHEN possible AND NOT sure THEN unsure ELSE 0 END) AS unsure
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
		bit_or(CASE WHEN r.ord < s.ord THEN r.unsure ELSE 0 END) AS unsure,
		-- the first rung that keeps it open: its own reason, or the first unclear bit it needs
		arg_min({'reason': r.undecided, 'reading': r.reading, 'bit': r.unsure & -r.unsure}, r.ord)
			FILTER (r.undecided IS NOT NULL OR r.ord < s.ord) AS open
	FROM rung r
	JOIN stop s USING (unit, met, seen)
	ANTI JOIN longer x ON x.unit = r.unit AND x.met = r.met AND x.seen = r.seen AND x.ord = r.ord AND x.row = r.row
	WHERE r.possible AND r.ord <= s.ord
	GROUP BY ALL
),
recommendation AS (
	SELECT r.unit, r.met, r.seen,
		any_value(r.outcome) FILTER (r.ord = s.taken AND r.taken) AS outcome,
		any_value(r.points) FILTER (r.ord = s.taken AND r.taken) AS points,
		bool_or(r.ord < s.taken AND r.takeable) AS untaken
	FROM rung r
	JOIN stop s USING (unit, met, seen)
	GROUP BY ALL
),
-- Points after adjusting, as low and as high as they can be; each end of the ladder's range moves by its own.
weighed AS (
	SELECT l.* EXCLUDE (waits, unsure), l.waits AS own_waits, l.unsure AS own_unsure, a.waits AS adjust_waits, a.unsure AS adjust_unsure,
		CASE WHEN NOT coalesce(n.untaken, FALSE) THEN n.outcome END AS proposed,
		CASE WHEN n.points IS NOT NULL THEN least(greatest(n.points + coalesce(a.take_lowest, 0), u.floor), u.ceiling)::INTEGER END AS take_low,
		CASE WHEN n.points IS NOT NULL THEN least(greatest(n.points + coalesce(a.take_highest, 0), u.floor), u.ceiling)::INTEGER END AS take_high,
		least(greatest(l.lowest + coalesce(a.lowest, 0), u.floor), u.ceiling)::INTEGER AS low_low,
		least(greatest(l.lowest + coalesce(a.highest, 0), u.floor), u.ceiling)::INTEGER AS low_high,
		least(greatest(l.highest + coalesce(a.lowest, 0), u.floor), u.ceiling)::INTEGER AS high_low,
		least(greatest(l.highest + coalesce(a.highest, 0), u.floor), u.ceiling)::INTEGER AS high_high
	FROM ladder l
	JOIN unit u USING (unit)
	LEFT JOIN recommendation n USING (unit, met, seen)
	LEFT JOIN adjusted a USING (unit, met, seen)
),
settled AS (
	SELECT *,
		CASE WHEN take_low IS NOT DISTINCT FROM take_high THEN proposed END AS recommended,
		-- an outcome without points keeps none: least and greatest would pass over the null
		CASE WHEN lowest IS NOT NULL THEN low_low END AS low,
		CASE WHEN highest IS NOT NULL THEN high_high END AS high,
		one AND low IS NOT DISTINCT FROM high AS decided,
		lowest IS NOT NULL AND (low_low <> low_high OR high_low <> high_high) AS adjusting_matters,
		CASE WHEN one THEN 0 ELSE own_waits END | CASE WHEN adjusting_matters THEN adjust_waits ELSE 0 END AS waits,
		CASE WHEN one THEN 0 ELSE own_unsure END | CASE WHEN adjusting_matters THEN adjust_unsure ELSE 0 END AS unsure,
		CASE WHEN NOT one THEN open.reason END AS own_reason,
		CASE WHEN NOT one THEN open.reading END AS own_reading,
		coalesce(CASE WHEN NOT one THEN open.bit END, adjust_unsure & -adjust_unsure, 0) AS bit
	FROM weighed
)
SELECT s.unit, s.met, s.seen, s.decided,
	CASE WHEN s.decided THEN s.outcome END,
	s.low, s.high,
	CASE WHEN s.decided THEN 0 ELSE s.waits END,
	CASE WHEN s.decided THEN 0 ELSE s.unsure END,
	CASE WHEN NOT s.decided AND s.waits = 0 THEN coalesce(s.own_reason, x.reason) END,
	CASE WHEN NOT s.decided AND s.waits = 0 THEN coalesce(s.own_reading, x.reading) END,
	CASE WHEN NOT s.decided THEN s.recommended END,
	CASE WHEN NOT s.decided AND s.recommended IS NOT NULL THEN s.take_low END
FROM settled s
LEFT JOIN unclear x ON x.unit = s.unit AND s.bit <> 0 AND (1::BIGINT << x.bit) = s.bit;
