-- All that a unit asks of its masks: the lines of its ladder, and after them those of its adjustments, which have no rung.
CREATE OR REPLACE TEMP TABLE line AS
SELECT unit, line, ord, sure, possible, recommended FROM outcome
UNION ALL
SELECT unit, line, NULL, sure, possible, recommended FROM adjust;
