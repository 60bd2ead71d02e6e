// What was judged, exactly: an input as it was sent, or the fraction that a value was worked out to.
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Source } from '../../scoring/rules.ts';

/** numerator and denominator by subject and source */
export type Values = ReadonlyMap<string, readonly [bigint, bigint]>;
export const valueKey = (district: string | number, { kind, number }: Source) =>
	`${Number(district)}/${kind}/${number}`;

// A position is twice a value in millionths. A quotient is read from its sums rather than from its position, which was
// cut, unless it is one over zero that counts as something.
const SQL = `
SELECT e.subject, 'input' AS kind, e.input AS number, (e.position // 2)::VARCHAR, '1000000'
FROM entry e
WHERE e.state = 0
UNION ALL
SELECT d.subject, 'measure', d.measure,
	CASE WHEN q.known = m.terms AND NOT (m.ratio AND q.den = 0) THEN (q.num * m.times)::VARCHAR ELSE d.position::VARCHAR END,
	CASE WHEN q.known = m.terms AND m.ratio AND q.den <> 0 THEN q.den::VARCHAR ELSE '2000000' END
FROM derived d
LEFT JOIN measure m USING (measure)
LEFT JOIN (
	SELECT e.subject, t.measure, count(*) AS known, sum(t.num * e.position) AS num, sum(t.den * e.position) AS den
	FROM entry e JOIN term t USING (input)
	WHERE e.state = 0
	GROUP BY ALL
) q ON q.subject = d.subject AND q.measure = d.measure
WHERE d.state = 0 AND NOT EXISTS (FROM combine c WHERE d.measure IN (c.lowest, c.highest, c.recommended))`;

export async function readValues(connection: DuckDBConnection): Promise<Values> {
	const rows = (await connection.runAndReadAll(SQL)).getRowsJS() as [number, Source['kind'], number, string, string][];
	return new Map(
		rows.map(([subject, kind, number, num, den]) => [valueKey(subject, { kind, number }), [BigInt(num), BigInt(den)]])
	);
}
