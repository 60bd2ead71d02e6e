-- What the archive and the journal say, laid out for questions. Everything here can be built again from the two.
CREATE TABLE applied (
	layout INTEGER NOT NULL,
	line INTEGER NOT NULL,
	hash VARCHAR NOT NULL
);
CREATE TABLE letters (
	round VARCHAR PRIMARY KEY,
	sha256 VARCHAR NOT NULL
);
CREATE TABLE submissions (
	number INTEGER PRIMARY KEY,
	round VARCHAR NOT NULL,
	file VARCHAR NOT NULL,
	sha256 VARCHAR NOT NULL,
	bytes BIGINT NOT NULL,
	sender VARCHAR,
	received_at VARCHAR NOT NULL,
	entries INTEGER NOT NULL,
	districts VARCHAR[] NOT NULL,
	demo BOOLEAN NOT NULL
);
-- The inputs that entries are about, numbered as they first came.
CREATE TABLE entry_inputs (
	number INTEGER PRIMARY KEY,
	section VARCHAR NOT NULL,
	indicator VARCHAR NOT NULL,
	input VARCHAR NOT NULL
);
-- Entries as they are kept: numbers for names, because a column of texts takes ten times as long to write as one of numbers.
CREATE TABLE entry_rows (
	submission INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	district SMALLINT NOT NULL,
	input INTEGER NOT NULL,
	kind ENUM('number', 'bool', 'moment', 'list', 'bad', 'withdrawn') NOT NULL,
	scaled BIGINT,
	decimals TINYINT,
	yes BOOLEAN,
	moment VARCHAR,
	list BIGINT[],
	text VARCHAR NOT NULL,
	sheet VARCHAR,
	line INTEGER,
	-- Of a cell in the row that is the line, its column from 1; any other cell is written out.
	column_number SMALLINT,
	cell VARCHAR
);
CREATE MACRO column_letters(n) AS
	CASE WHEN n > 702 THEN chr(64 + (n - 27) // 676) ELSE '' END
	|| CASE WHEN n > 26 THEN chr(65 + (n - 27) // 26 % 26) ELSE '' END
	|| chr(65 + (n - 1) % 26);
CREATE VIEW entries AS
SELECT
	e.submission, e.ordinal, s.round, e.district::VARCHAR AS district, i.section, i.indicator, i.input,
	e.kind::VARCHAR AS kind, e.scaled, e.decimals::INTEGER AS decimals, e.yes, e.moment, e.list, e.text, e.sheet, e.line,
	coalesce(e.cell, column_letters(e.column_number) || e.line) AS cell
FROM entry_rows e
JOIN submissions s ON s.number = e.submission
JOIN entry_inputs i ON i.number = e.input;
-- Of each value, what was sent last.
CREATE VIEW entry_in_force AS
SELECT *
FROM entries
QUALIFY row_number() OVER (
	PARTITION BY round, district, section, indicator, input
	ORDER BY submission DESC, ordinal DESC
) = 1;
