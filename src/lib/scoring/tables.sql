-- The rules of one or more letters, the values to be judged, and what comes of them. All numbers: names stay in TypeScript.
CREATE OR REPLACE TEMP TABLE measure (measure INTEGER, terms INTEGER, ratio BOOLEAN, lowest BIGINT, highest BIGINT);
CREATE OR REPLACE TEMP TABLE term (measure INTEGER, input INTEGER, num INTEGER, den INTEGER, figure BOOLEAN);
CREATE OR REPLACE TEMP TABLE placed (source INTEGER, first INTEGER, last INTEGER);
CREATE OR REPLACE TEMP TABLE combine (unit INTEGER, how VARCHAR, lowest INTEGER, highest INTEGER, recommended INTEGER);
CREATE OR REPLACE TEMP TABLE rule_check (rule INTEGER, input INTEGER, coefficient INTEGER);
CREATE OR REPLACE TEMP TABLE section (section INTEGER, scale BIGINT, lost INTEGER);
CREATE OR REPLACE TEMP TABLE unit (
	unit INTEGER, section INTEGER, stratum TINYINT, parent INTEGER, weight INTEGER, factor BIGINT,
	bits BIGINT, floor INTEGER, ceiling INTEGER
);
CREATE OR REPLACE TEMP TABLE step (
	measure INTEGER, unit INTEGER, base BIGINT,
	b1 BIGINT, b2 BIGINT, b3 BIGINT, b4 BIGINT, b5 BIGINT, b6 BIGINT,
	g1 BIGINT, g2 BIGINT, g3 BIGINT, g4 BIGINT, g5 BIGINT, g6 BIGINT,
	bits BIGINT
);
CREATE OR REPLACE TEMP TABLE unclear (unit INTEGER, bit INTEGER, reason VARCHAR, reading VARCHAR);
CREATE OR REPLACE TEMP TABLE outcome (
	unit INTEGER, ord INTEGER, sure BIGINT, possible BIGINT, recommended BIGINT,
	outcome INTEGER, undecided VARCHAR, reading VARCHAR, lowest INTEGER, highest INTEGER
);
CREATE OR REPLACE TEMP TABLE adjust (unit INTEGER, adjust INTEGER, sure BIGINT, possible BIGINT, recommended BIGINT, points INTEGER);
CREATE OR REPLACE TEMP TABLE applies (unit INTEGER, district INTEGER);

-- A period is one round of one letter; a cohort is the districts that are ranked together in it.
CREATE OR REPLACE TEMP TABLE cohort (period INTEGER, district INTEGER);
-- state 0: known, at a position; 1: sent and invalid. What was not sent has no row. decimals: as written.
CREATE OR REPLACE TEMP TABLE entry (period INTEGER, district INTEGER, input INTEGER, position BIGINT, state TINYINT, decimals TINYINT);

-- state 2: its denominator is zero.
CREATE OR REPLACE TEMP TABLE derived (
	period INTEGER, district INTEGER, measure INTEGER, position BIGINT, state TINYINT, num HUGEINT, den HUGEINT
);
CREATE OR REPLACE TEMP TABLE cell (period INTEGER, district INTEGER, unit INTEGER, met BIGINT, seen BIGINT);
CREATE OR REPLACE TEMP TABLE verdict (
	unit INTEGER, met BIGINT, seen BIGINT,
	decided BOOLEAN, outcome INTEGER, lowest INTEGER, highest INTEGER,
	waits BIGINT, reason VARCHAR, reading VARCHAR,
	recommended INTEGER, recommended_points INTEGER
);
CREATE OR REPLACE TEMP TABLE total (
	period INTEGER, district INTEGER, section INTEGER,
	got HUGEINT, worst HUGEINT, best HUGEINT, whole HUGEINT, decided_weight BIGINT, weight BIGINT
);
