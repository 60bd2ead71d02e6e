-- The entries of one submission beside what stood before it. Within a submission the last of a value counts.
WITH mine AS (
	SELECT *
	FROM entries
	WHERE submission = $number
	QUALIFY row_number() OVER (PARTITION BY district, section, indicator, input ORDER BY ordinal DESC) = 1
),
before AS (
	SELECT e.*
	FROM entries e
	WHERE e.round = $round AND e.submission < $number
		AND (e.district, e.section, e.indicator, e.input) IN (SELECT (district, section, indicator, input) FROM mine)
	QUALIFY row_number() OVER (
		PARTITION BY e.district, e.section, e.indicator, e.input
		ORDER BY e.submission DESC, e.ordinal DESC
	) = 1
)
SELECT
	CASE
		WHEN m.kind = 'withdrawn' AND coalesce(b.kind, 'withdrawn') = 'withdrawn' THEN 'same'
		WHEN m.kind = 'withdrawn' THEN 'withdrawn'
		WHEN coalesce(b.kind, 'withdrawn') = 'withdrawn' THEN 'new'
		WHEN (m.kind, m.scaled, m.yes, m.moment, m.list) IS NOT DISTINCT FROM (b.kind, b.scaled, b.yes, b.moment, b.list)
			THEN 'same'
		ELSE 'changed'
	END AS change,
	m.ordinal, m.district, m.section, m.indicator, m.input,
	m.kind, m.scaled, m.decimals, m.yes, m.moment, m.list, m.text, m.sheet, m.line, m.cell,
	b.submission AS before_submission, b.kind AS before_kind, b.scaled AS before_scaled, b.decimals AS before_decimals,
	b.yes AS before_yes, b.moment AS before_moment, b.list AS before_list
FROM mine m
LEFT JOIN before b USING (district, section, indicator, input)
