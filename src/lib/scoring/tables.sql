-- The rules of one or more letters, the values to be judged, and what comes of them. All numbers, from 0: names stay in TypeScript.
CREATE OR REPLACE TEMP TABLE measure (
	measure INTEGER, terms INTEGER, times BIGINT, ratio BOOLEAN, lowest BIGINT, highest BIGINT, zero BIGINT
);
CREATE OR REPLACE TEMP TABLE term (measure INTEGER, input INTEGER, num TINYINT, den TINYINT);
-- The terms of a measure of up to four figures side by side: where each stands in the sheet, counted from 1, and how it counts.
CREATE OR REPLACE TEMP TABLE short_measure (
	measure INTEGER, i1 INTEGER, i2 INTEGER, i3 INTEGER, i4 INTEGER,
	n1 BIGINT, n2 BIGINT, n3 BIGINT, n4 BIGINT, d1 BIGINT, d2 BIGINT, d3 BIGINT, d4 BIGINT
);
CREATE OR REPLACE TEMP TABLE figure (measure INTEGER, input INTEGER);
CREATE OR REPLACE TEMP TABLE placed (source INTEGER, derived BOOLEAN, first INTEGER, last INTEGER);
CREATE OR REPLACE TEMP TABLE combine (
	unit INTEGER, how VARCHAR, lowest INTEGER, highest INTEGER, recommended INTEGER
);
CREATE OR REPLACE TEMP TABLE rule_check (rule INTEGER, input INTEGER, coefficient TINYINT);
CREATE OR REPLACE TEMP TABLE section (section INTEGER, scale BIGINT, lost BIGINT);
CREATE OR REPLACE TEMP TABLE unit (
	unit INTEGER, section INTEGER, stratum TINYINT, parent INTEGER, weight BIGINT, factor BIGINT,
	bits BIGINT, floor INTEGER, ceiling INTEGER
);
-- Up to six inputs that add to one unit's masks: where each stands in the sheet, counted from 1, its lower and its top bound, and
-- the codes below both, from the lower on and from the top on. A code has the conditions that hold in its lower 31 bits and those
-- that are judged at all in the 31 above. word: of which 31 conditions of the unit. alone: no other row, of inputs or of a measure,
-- adds to that unit's masks, and they are of word 0.
CREATE OR REPLACE TEMP TABLE input_step (
	unit INTEGER, stratum TINYINT, alone BOOLEAN, word TINYINT,
	i1 INTEGER, i2 INTEGER, i3 INTEGER, i4 INTEGER, i5 INTEGER, i6 INTEGER,
	b1 BIGINT, b2 BIGINT, b3 BIGINT, b4 BIGINT, b5 BIGINT, b6 BIGINT,
	t1 BIGINT, t2 BIGINT, t3 BIGINT, t4 BIGINT, t5 BIGINT, t6 BIGINT,
	below1 BIGINT, below2 BIGINT, below3 BIGINT, below4 BIGINT, below5 BIGINT, below6 BIGINT,
	from1 BIGINT, from2 BIGINT, from3 BIGINT, from4 BIGINT, from5 BIGINT, from6 BIGINT,
	top1 BIGINT, top2 BIGINT, top3 BIGINT, top4 BIGINT, top5 BIGINT, top6 BIGINT
);
CREATE OR REPLACE TEMP TABLE input_bits (input INTEGER, unit INTEGER, bits BIGINT);
-- What a measure does to a unit's masks: the codes before every bound and from each on, rising, and all bits it judges.
CREATE OR REPLACE TEMP TABLE measure_step (
	measure INTEGER, unit INTEGER, stratum TINYINT, alone BOOLEAN, word TINYINT,
	b1 BIGINT, b2 BIGINT, b3 BIGINT, b4 BIGINT, b5 BIGINT, b6 BIGINT,
	below BIGINT, from1 BIGINT, from2 BIGINT, from3 BIGINT, from4 BIGINT, from5 BIGINT, from6 BIGINT,
	bits BIGINT
);
CREATE OR REPLACE TEMP TABLE unclear (unit INTEGER, bit BIGINT, reason VARCHAR, reading VARCHAR);
CREATE OR REPLACE TEMP TABLE outcome (
	-- line: its number among the unit's rows, on which those of adjust go on counting; alone: no other row of its rung
	unit INTEGER, ord INTEGER, line INTEGER, alone BOOLEAN, sure BIGINT, possible BIGINT, recommended BIGINT,
	outcome INTEGER, undecided VARCHAR, reading VARCHAR, points INTEGER, lowest INTEGER, highest INTEGER
);
CREATE OR REPLACE TEMP TABLE adjust (
	unit INTEGER, adjust INTEGER, line INTEGER, sure BIGINT, possible BIGINT, recommended BIGINT, points INTEGER
);
CREATE OR REPLACE TEMP TABLE applies (unit INTEGER, district INTEGER);
-- Districts to which the same units apply, and those units.
CREATE OR REPLACE TEMP TABLE alike (alike INTEGER, district INTEGER);
CREATE OR REPLACE TEMP TABLE alike_unit (alike INTEGER, unit INTEGER);

-- A subject is a district in a period (one round of one letter); those of a period are ranked together.
CREATE OR REPLACE TEMP TABLE subject (subject INTEGER, period INTEGER, district INTEGER);
-- state 0: known, at a position; 1: sent and invalid. What was not sent has no row. decimals: as written.
CREATE OR REPLACE TEMP TABLE entry (subject INTEGER, input INTEGER, position BIGINT, state TINYINT, decimals TINYINT);

-- The same positions once more, a subject's side by side by number of the input; null where not known. Filled by sheet.sql.
CREATE OR REPLACE TEMP TABLE sheet (subject INTEGER, positions BIGINT[]);
-- In two parts, so that two cores share it: blocks of 2048, which is what DuckDB handles at a time, in turn.
CREATE OR REPLACE TEMP VIEW sheets AS
FROM sheet WHERE (subject >> 11) % 2 = 0
UNION ALL
FROM sheet WHERE (subject >> 11) % 2 <> 0;

-- Inputs that cannot all be so; filled by check.sql.
CREATE OR REPLACE TEMP TABLE broken (subject INTEGER, rule INTEGER);
-- Values that are kept; they stand in place of what worked.sql works out. state as there.
CREATE OR REPLACE TEMP TABLE derived (subject INTEGER, measure INTEGER, position BIGINT, state TINYINT);

-- The masks of a unit: each different pair of which conditions hold and which could be judged at all, and whose it is. The pair of
-- which nothing is known is always there, and stands for all who are in no other. It goes by its rowid, as a class does: to count
-- them would put one thread to work on all, and numbers last only when committed, so no transaction may begin before them and end
-- after.
CREATE OR REPLACE TEMP TABLE state (unit INTEGER, met BIGINT, seen BIGINT, subjects INTEGER[]);
-- Ways to an outcome that are longer than another way to it; filled by longer.sql.
CREATE OR REPLACE TEMP TABLE longer (state INTEGER, line INTEGER);
-- States in which the same lines of the unit are still possible. stop: the first rung that is sure, taken: that the readings take;
-- codes: the lines, and what holds of each (see class.sql); unknown: of one of its states nothing is known.
CREATE OR REPLACE TEMP TABLE class (
	stratum TINYINT, unit INTEGER, stop INTEGER, taken INTEGER, codes INTEGER[], states INTEGER[], unknown BOOLEAN
);
-- Thousandths of points. Filled by adjust.sql where there is something to adjust.
CREATE OR REPLACE TEMP TABLE adjusted (
	class INTEGER, lowest INTEGER, highest INTEGER, take_lowest INTEGER, take_highest INTEGER, needs BIGINT
);
CREATE OR REPLACE TEMP TABLE verdict (
	class INTEGER, unit INTEGER, states INTEGER[], unknown BOOLEAN,
	decided BOOLEAN, outcome INTEGER, lowest INTEGER, highest INTEGER, recommended INTEGER, recommended_points INTEGER,
	-- bits that what is still possible needs to be sure, the line that keeps it open, and what its adjustments need
	needs BIGINT, opens INTEGER, adjust_needs BIGINT,
	-- outside the sum these are null
	got BIGINT, worst BIGINT, best BIGINT, decided_weight BIGINT
);
CREATE OR REPLACE TEMP TABLE gained (
	subject INTEGER, section INTEGER, got BIGINT, worst BIGINT, best BIGINT, decided_weight BIGINT
);
