-- Every value ever sent for an indicator of a district, or of the whole province; nothing sent is ever lost.
SELECT
	e.submission, e.ordinal, s.file, s.received_at, s.sender, e.district, e.section, e.indicator, e.input,
	e.kind, e.scaled, e.decimals, e.yes, e.moment, e.list, e.text, e.sheet, e.line, e.cell
FROM entries e
JOIN submissions s ON s.number = e.submission
WHERE e.round = $round AND e.section = $section AND e.indicator = $indicator
	AND e.district IN ($district, $province)
ORDER BY e.input, e.district DESC, e.submission DESC, e.ordinal DESC
