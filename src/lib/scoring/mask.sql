-- Each cell (a subject on a unit) becomes two masks: which conditions hold, and which could be judged at all. Equal ones are kept
-- once, with those whose they are. Sheets meet rule rows as a cross product, where a rule row is one constant beside 2048 subjects:
-- nothing is looked up, and a CASE on the rule alone is decided once for all of them. Both masks are carried in one code for as
-- long as they are many (see tables.sql).
INSERT INTO state
WITH input AS (
	SELECT e.subject, s.*, positions[i1] AS p1, positions[i2] AS p2, positions[i3] AS p3,
		positions[i4] AS p4, positions[i5] AS p5, positions[i6] AS p6
	FROM sheets e
	CROSS JOIN (FROM input_step WHERE stratum = getvariable('stratum')) s
),
part AS MATERIALIZED (
	SELECT unit, subject, alone, word,
		CASE WHEN p1 < b1 THEN below1 WHEN p1 < t1 THEN from1 WHEN p1 >= t1 THEN top1 ELSE 0 END
			| CASE WHEN p2 < b2 THEN below2 WHEN p2 < t2 THEN from2 WHEN p2 >= t2 THEN top2 ELSE 0 END
			| CASE WHEN p3 < b3 THEN below3 WHEN p3 < t3 THEN from3 WHEN p3 >= t3 THEN top3 ELSE 0 END
			| CASE WHEN p4 < b4 THEN below4 WHEN p4 < t4 THEN from4 WHEN p4 >= t4 THEN top4 ELSE 0 END
			| CASE WHEN p5 < b5 THEN below5 WHEN p5 < t5 THEN from5 WHEN p5 >= t5 THEN top5 ELSE 0 END
			| CASE WHEN p6 < b6 THEN below6 WHEN p6 < t6 THEN from6 WHEN p6 >= t6 THEN top6 ELSE 0 END AS code
	FROM input
	UNION ALL
	SELECT unit, subject, alone, word,
		CASE
			WHEN state <> 0 OR state IS NULL THEN 0
			WHEN position < b1 THEN below
			WHEN position < b2 THEN from1
			WHEN position < b3 THEN from2
			WHEN position < b4 THEN from3
			WHEN position < b5 THEN from4
			WHEN position < b6 THEN from5
			ELSE from6
		END
	FROM judged_value
	WHERE stratum = getvariable('stratum')
),
whole AS (
	SELECT unit, subject, code, 0 AS upper FROM part WHERE alone
	UNION ALL
	SELECT unit, subject, bit_or(CASE WHEN word = 0 THEN code ELSE 0 END), bit_or(CASE WHEN word = 0 THEN 0 ELSE code END)
	FROM part
	WHERE NOT alone
	GROUP BY unit, subject
	UNION ALL
	SELECT unit, NULL, 0, 0 FROM unit WHERE stratum = getvariable('stratum')
)
SELECT unit,
	(code & 2147483647) | ((upper & 2147483647) << 31),
	(code >> 31) | ((upper >> 31) << 31),
	list(subject)
FROM whole
GROUP BY unit, code, upper;
