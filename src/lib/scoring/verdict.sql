-- What a ladder gives depends on the masks alone, so each state is judged once. A row is sure where every bit it needs holds,
-- possible where none it needs is known to fail. Rows are tested in order; the first rung with a sure row ends the search. A unit
-- is decided where all that is possible until then is one outcome. Of the alternatives of a rung, one that lacks all that another
-- lacks, and more, is no way to it.
INSERT INTO verdict
WITH rung AS MATERIALIZED (
	SELECT s.state, o.ord, o.line, o.alone, o.outcome, o.undecided IS NOT NULL AS undecided, o.points, o.lowest, o.highest,
		o.sure & ~s.met AS unsure,
		o.possible & ~s.met AS waits,
		o.recommended & ~s.met = 0 AS taken,
		o.recommended & ~s.may = 0 AS takeable
	FROM state s
	JOIN outcome o USING (unit)
	WHERE o.possible & ~s.may = 0
),
longer AS (
	SELECT DISTINCT r.state, r.line, TRUE AS longer
	FROM rung r
	JOIN rung o USING (state, ord)
	WHERE NOT r.alone AND NOT o.alone AND o.line <> r.line
		AND o.unsure & ~r.unsure = 0 AND o.waits & ~r.waits = 0 AND (o.unsure <> r.unsure OR o.waits <> r.waits)
),
stop AS (
	SELECT state, min(ord) FILTER (unsure = 0) AS ord, min(ord) FILTER (taken) AS taken
	FROM rung
	GROUP BY state
),
way AS (
	SELECT r.state, r.line, r.outcome, r.points, r.lowest, r.highest, r.waits, r.unsure, r.undecided,
		r.ord <= s.ord AND x.longer IS NULL AS open,
		r.ord < s.ord AS before,
		r.taken AND r.ord = s.taken AS taken,
		r.takeable AND r.ord < s.taken AS untaken
	FROM rung r
	JOIN stop s USING (state)
	LEFT JOIN longer x USING (state, line)
),
ladder AS (
	SELECT state,
		min(outcome) FILTER (open) = max(outcome) FILTER (open) AND NOT bool_or(undecided) FILTER (open) AS one,
		min(outcome) FILTER (open) AS outcome,
		min(lowest) FILTER (open) AS lowest,
		max(highest) FILTER (open) AS highest,
		coalesce(bit_or(waits) FILTER (open AND before), 0) AS waits,
		coalesce(bit_or(unsure) FILTER (open AND before), 0) AS unsure,
		-- the first row that keeps it open
		min(line) FILTER (open AND (undecided OR before)) AS opens,
		min(outcome) FILTER (taken) AS taken_outcome,
		min(points) FILTER (taken) AS taken_points,
		coalesce(bool_or(untaken), FALSE) AS untaken
	FROM way
	GROUP BY state
),
-- Points after adjusting, as low and as high as they can be; each end of the ladder's range moves by its own.
weighed AS (
	SELECT l.*, s.unit, s.met, s.seen, a.waits AS adjust_waits, a.unsure AS adjust_unsure,
		CASE WHEN l.taken_points IS NOT NULL THEN least(greatest(l.taken_points + coalesce(a.take_lowest, 0), s.floor), s.ceiling)::INTEGER END AS take_low,
		CASE WHEN l.taken_points IS NOT NULL THEN least(greatest(l.taken_points + coalesce(a.take_highest, 0), s.floor), s.ceiling)::INTEGER END AS take_high,
		least(greatest(l.lowest + coalesce(a.lowest, 0), s.floor), s.ceiling)::INTEGER AS low_low,
		least(greatest(l.lowest + coalesce(a.highest, 0), s.floor), s.ceiling)::INTEGER AS low_high,
		least(greatest(l.highest + coalesce(a.lowest, 0), s.floor), s.ceiling)::INTEGER AS high_low,
		least(greatest(l.highest + coalesce(a.highest, 0), s.floor), s.ceiling)::INTEGER AS high_high
	FROM ladder l
	JOIN state s USING (state)
	LEFT JOIN adjusted a USING (state)
),
settled AS (
	SELECT w.* EXCLUDE (lowest, highest),
		w.take_low IS NOT DISTINCT FROM w.take_high AS takes,
		-- an outcome without points keeps none: least and greatest would pass over the null
		CASE WHEN w.lowest IS NOT NULL THEN w.low_low END AS low,
		CASE WHEN w.highest IS NOT NULL THEN w.high_high END AS high,
		w.lowest IS NOT NULL AND (w.low_low <> w.low_high OR w.high_low <> w.high_high) AS adjusts,
		CASE WHEN NOT w.one THEN o.undecided END AS reason,
		CASE WHEN NOT w.one THEN o.reading END AS reading,
		CASE WHEN w.one THEN w.adjust_unsure ELSE coalesce(o.sure & ~w.met, w.adjust_unsure) END AS lacks
	FROM weighed w
	LEFT JOIN outcome o ON o.unit = w.unit AND o.line = w.opens
),
said AS (
	SELECT unit, met, seen, low, high, outcome, reason, reading, take_low,
		one AND low IS NOT DISTINCT FROM high AS decided,
		CASE WHEN one THEN 0 ELSE waits END | CASE WHEN adjusts THEN adjust_waits ELSE 0 END AS waits,
		CASE WHEN one THEN 0 ELSE unsure END | CASE WHEN adjusts THEN adjust_unsure ELSE 0 END AS unsure,
		CASE WHEN takes AND NOT untaken THEN taken_outcome END AS recommended,
		lacks & -lacks AS bit
	FROM settled
)
SELECT s.unit, s.met, s.seen, s.decided,
	CASE WHEN s.decided THEN s.outcome END,
	s.low, s.high,
	CASE WHEN s.decided THEN 0 ELSE s.waits END,
	CASE WHEN s.decided THEN 0 ELSE s.unsure END,
	CASE WHEN NOT s.decided AND s.waits = 0 THEN coalesce(s.reason, x.reason) END,
	CASE WHEN NOT s.decided AND s.waits = 0 THEN coalesce(s.reading, x.reading) END,
	CASE WHEN NOT s.decided THEN s.recommended END,
	CASE WHEN NOT s.decided AND s.recommended IS NOT NULL THEN s.take_low END
FROM said s
LEFT JOIN unclear x USING (unit, bit);
