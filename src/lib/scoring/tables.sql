-- The rules of one or more letters, the values to be judged, and what comes of them. All numbers: names stay in TypeScript.
-- Numbers are dense and start at 0, so that grouping by them needs no hashing.
CREATE OR REPLACE TEMP TABLE measure (
	measure INTEGER, terms INTEGER, times BIGINT, ratio BOOLEAN, lowest BIGINT, highest BIGINT
);
CREATE OR REPLACE TEMP TABLE term (measure INTEGER, input INTEGER, num TINYINT, den TINYINT);
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
-- What a value does to its unit's mask: bits that hold below every bound, and what each bound adds.
CREATE OR REPLACE TEMP TABLE input_step (
	input INTEGER, unit INTEGER, stratum TINYINT, base BIGINT,
	b1 BIGINT, b2 BIGINT, b3 BIGINT, b4 BIGINT, b5 BIGINT, b6 BIGINT,
	g1 BIGINT, g2 BIGINT, g3 BIGINT, g4 BIGINT, g5 BIGINT, g6 BIGINT,
	bits BIGINT
);
CREATE OR REPLACE TEMP TABLE measure_step (
	measure INTEGER, unit INTEGER, stratum TINYINT, base BIGINT,
	b1 BIGINT, b2 BIGINT, b3 BIGINT, b4 BIGINT, b5 BIGINT, b6 BIGINT,
	g1 BIGINT, g2 BIGINT, g3 BIGINT, g4 BIGINT, g5 BIGINT, g6 BIGINT,
	bits BIGINT
);
CREATE OR REPLACE TEMP TABLE unclear (unit INTEGER, bit INTEGER, reason VARCHAR, reading VARCHAR);
CREATE OR REPLACE TEMP TABLE outcome (
	unit INTEGER, ord INTEGER, row INTEGER, sure BIGINT, possible BIGINT, recommended BIGINT,
	outcome INTEGER, undecided VARCHAR, reading VARCHAR, points INTEGER, lowest INTEGER, highest INTEGER
);
CREATE OR REPLACE TEMP TABLE adjust (
	unit INTEGER, adjust INTEGER, sure BIGINT, possible BIGINT, recommended BIGINT, points INTEGER
);
CREATE OR REPLACE TEMP TABLE applies (unit INTEGER, district INTEGER);

-- A subject is a district in a period (one round of one letter); those of a period are ranked together.
CREATE OR REPLACE TEMP TABLE subject (subject INTEGER, period INTEGER, district INTEGER);
-- state 0: known, at a position; 1: sent and invalid. What was not sent has no row. decimals: as written.
CREATE OR REPLACE TEMP TABLE entry (subject INTEGER, input INTEGER, position BIGINT, state TINYINT, decimals TINYINT);

-- Inputs that cannot all be so; filled by check.sql.
CREATE OR REPLACE TEMP TABLE broken (subject INTEGER, rule INTEGER);
-- state 2: its denominator is zero.
CREATE OR REPLACE TEMP TABLE derived (subject INTEGER, measure INTEGER, position BIGINT, state TINYINT);
-- Cells of which nothing is known have no row: they are met 0, seen 0.
CREATE OR REPLACE TEMP TABLE cell (subject INTEGER, unit INTEGER, met BIGINT, seen BIGINT);
CREATE OR REPLACE TEMP TABLE verdict (
	unit INTEGER, met BIGINT, seen BIGINT,
	decided BOOLEAN, outcome INTEGER, lowest INTEGER, highest INTEGER,
	-- bits that what is still possible waits for, and bits it lacks to be sure
	waits BIGINT, unsure BIGINT, reason VARCHAR, reading VARCHAR,
	recommended INTEGER, recommended_points INTEGER
);
CREATE OR REPLACE TEMP TABLE total (
	subject INTEGER, section INTEGER,
	got HUGEINT, worst HUGEINT, best HUGEINT, whole HUGEINT, decided_weight BIGINT, weight BIGINT
);
