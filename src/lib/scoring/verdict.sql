-- The outcome of each class, and points as low and as high as they can be: rows up to the first sure rung are open, and a unit is
-- decided where all of them are one outcome. Adjustments move each end of the ladder's range by its own.
INSERT INTO verdict
WITH line AS (
	SELECT rowid AS class, unit, stop, taken, unnest(codes) AS code FROM class WHERE stratum = getvariable('stratum')
),
way AS (
	SELECT l.class, o.line, o.outcome, o.points, o.lowest, o.highest, o.sure, o.undecided IS NOT NULL AS undecided,
		o.ord <= l.stop AND l.code & 8 = 0 AS open,
		o.ord < l.stop AND l.code & 8 = 0 AS before,
		o.ord = l.taken AND l.code & 2 <> 0 AS taken,
		o.ord < l.taken AND l.code & 1 <> 0 AS untaken
	FROM line l
	JOIN outcome o ON o.unit = l.unit AND o.line = l.code >> 4
),
-- A CASE inside and not a FILTER beside each: those are planned and set up one by one.
ladder AS (
	SELECT class,
		min(CASE WHEN open THEN outcome END) = max(CASE WHEN open THEN outcome END)
			AND NOT bool_or(CASE WHEN open THEN undecided END) AS one,
		min(CASE WHEN open THEN outcome END) AS outcome,
		min(CASE WHEN open THEN lowest END) AS lowest,
		max(CASE WHEN open THEN highest END) AS highest,
		coalesce(bit_or(CASE WHEN before THEN sure END), 0) AS needs,
		-- the first row that keeps it open
		min(CASE WHEN open AND (undecided OR before) THEN line END) AS opens,
		min(CASE WHEN taken THEN outcome END) AS taken_outcome,
		min(CASE WHEN taken THEN points END) AS taken_points,
		coalesce(bool_or(untaken), FALSE) AS untaken
	FROM way
	GROUP BY class
),
-- An outcome without points keeps none: least and greatest would pass over the null.
weighed AS (
	SELECT l.* EXCLUDE (lowest, highest), c.unit, c.states, c.unknown, a.needs AS adjust_needs,
		CASE WHEN taken_points IS NOT NULL THEN least(greatest(taken_points + coalesce(take_lowest, 0), floor), ceiling) END AS take_low,
		CASE WHEN taken_points IS NOT NULL THEN least(greatest(taken_points + coalesce(take_highest, 0), floor), ceiling) END AS take_high,
		CASE WHEN l.lowest IS NOT NULL THEN least(greatest(l.lowest + coalesce(a.lowest, 0), floor), ceiling) END AS low,
		CASE WHEN l.lowest IS NOT NULL THEN least(greatest(l.lowest + coalesce(a.highest, 0), floor), ceiling) END AS low_high,
		CASE WHEN l.highest IS NOT NULL THEN least(greatest(l.highest + coalesce(a.lowest, 0), floor), ceiling) END AS high_low,
		CASE WHEN l.highest IS NOT NULL THEN least(greatest(l.highest + coalesce(a.highest, 0), floor), ceiling) END AS high,
		CASE WHEN weight > 0 THEN weight END AS weight,
		CASE WHEN weight > 0 THEN factor END AS factor
	FROM ladder l
	JOIN class c ON c.rowid = l.class
	JOIN unit USING (unit)
	LEFT JOIN adjusted a USING (class)
),
settled AS (
	SELECT *,
		one AND low IS NOT DISTINCT FROM high AS decided,
		coalesce(low <> low_high OR high_low <> high, FALSE) AS adjusts,
		CASE WHEN take_low IS NOT DISTINCT FROM take_high AND NOT untaken THEN taken_outcome END AS recommended
	FROM weighed
)
SELECT class, unit, states, unknown, decided,
	CASE WHEN decided THEN outcome END,
	low, high,
	CASE WHEN NOT decided THEN recommended END,
	CASE WHEN NOT decided AND recommended IS NOT NULL THEN take_low END,
	CASE WHEN decided THEN 0 ELSE CASE WHEN one THEN 0 ELSE needs END | CASE WHEN adjusts THEN adjust_needs ELSE 0 END END,
	CASE WHEN NOT one THEN opens END,
	adjust_needs,
	CASE WHEN decided THEN low ELSE 0 END * factor,
	low * factor,
	high * factor,
	CASE WHEN decided THEN weight WHEN weight IS NOT NULL THEN 0 END
FROM settled;
