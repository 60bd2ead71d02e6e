SELECT
	e.submission, s.file, e.district, e.section, e.indicator, e.input,
	e.kind, e.scaled, e.decimals, e.yes, e.moment, e.list, e.text, e.sheet, e.line, e.cell
FROM entry_in_force e
JOIN submissions s ON s.number = e.submission
WHERE e.round = $round AND e.kind <> 'withdrawn'
ORDER BY e.district, e.section, e.indicator, e.input
