-- Of each value in force, what stood there last before it and is not the same, a value that was taken back among them.
WITH sent AS (
	SELECT
		e.*, s.file, s.received_at,
		row_number() OVER (
			PARTITION BY e.district, e.section, e.indicator, e.input
			ORDER BY e.submission DESC, e.ordinal DESC
		) AS nth
	FROM entries e
	JOIN submissions s ON s.number = e.submission
	WHERE e.round = $round AND s.received_at <= $until
)
SELECT
	old.submission, old.file, old.district, old.section, old.indicator, old.input,
	old.kind, old.scaled, old.decimals, old.yes, old.moment, old.list, old.text, old.sheet, old.line, old.cell
FROM sent old
JOIN sent now USING (district, section, indicator, input)
WHERE now.nth = 1 AND old.nth > 1
	AND (old.kind, old.scaled, old.yes, old.moment, old.list)
		IS DISTINCT FROM (now.kind, now.scaled, now.yes, now.moment, now.list)
QUALIFY row_number() OVER (PARTITION BY district, section, indicator, input ORDER BY old.nth) = 1
ORDER BY ALL
