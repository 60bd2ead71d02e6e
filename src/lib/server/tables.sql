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
CREATE TABLE entries (
	submission INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	round VARCHAR NOT NULL,
	district VARCHAR NOT NULL,
	section VARCHAR NOT NULL,
	indicator VARCHAR NOT NULL,
	input VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	scaled BIGINT,
	decimals INTEGER,
	yes BOOLEAN,
	moment VARCHAR,
	list BIGINT[],
	text VARCHAR NOT NULL,
	sheet VARCHAR,
	line INTEGER,
	cell VARCHAR
);
-- Of each value, what was sent last.
CREATE VIEW entry_in_force AS
SELECT *
FROM entries
QUALIFY row_number() OVER (
	PARTITION BY round, district, section, indicator, input
	ORDER BY submission DESC, ordinal DESC
) = 1;
