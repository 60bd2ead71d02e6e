-- Keeps the values that are worked out, to be read, and to be changed by what was sent beside them.
INSERT INTO derived
SELECT DISTINCT subject, measure, position, state FROM worked WHERE state IS NOT NULL;

CREATE OR REPLACE TEMP VIEW judged_value AS FROM derived JOIN measure_step USING (measure);
