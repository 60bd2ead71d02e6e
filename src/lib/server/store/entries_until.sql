SELECT
	e.submission, s.file, e.district, e.section, e.indicator, e.input,
	e.kind, e.scaled, e.decimals, e.yes, e.moment, e.list, e.text, e.sheet, e.line, e.cell
FROM entries e
JOIN submissions s ON s.number = e.submission
WHERE e.round = $round AND s.received_at <= $until
QUALIFY row_number() OVER (
	PARTITION BY e.district, e.section, e.indicator, e.input
	ORDER BY e.submission DESC, e.ordinal DESC
) = 1 AND e.kind <> 'withdrawn'
ORDER BY e.district, e.section, e.indicator, e.input
