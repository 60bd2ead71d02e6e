// All pairs of whole numbers up to 1,000 that lie exactly on a whole-percent or one-decimal bound must reach it, and the pair one
// part short must not. Floating point, divided first, gets some of them wrong; it is counted beside.
import { DuckDBInstance } from '@duckdb/node-api';
import sheetSql from '../../src/lib/scoring/sheet.sql?raw';
import tablesSql from '../../src/lib/scoring/tables.sql?raw';
import workedSql from '../../src/lib/scoring/worked.sql?raw';

export async function checkExactness(): Promise<boolean> {
	const connection = await (await DuckDBInstance.create(':memory:')).connect();
	await connection.run(tablesSql);
	await connection.run(`
		INSERT INTO measure VALUES (0, 2, 100, TRUE, 0, 100000000, NULL);
		INSERT INTO short_measure VALUES (0, 1, 2, NULL, NULL, 1, 0, 0, 0, 0, 1, 0, 0);
		CREATE TEMP TABLE pair AS
		SELECT (row_number() OVER () - 1)::INTEGER AS id, tenth, part - short AS part, whole, short
		FROM (
			SELECT tenth, whole, tenth * whole // 1000 AS part
			FROM range(1, 1001) b(tenth), range(1, 1001) w(whole)
			WHERE tenth * whole % 1000 = 0
		), (VALUES (0), (1)) s(short);
		INSERT INTO subject SELECT id, 0, 0 FROM pair;
		INSERT INTO entry SELECT id, 0, part * 2000000, 0, 0 FROM pair UNION ALL SELECT id, 1, whole * 2000000, 0, 0 FROM pair;`);
	await connection.run(sheetSql);
	await connection.run(workedSql);
	const [[pairs, wrong, floating] = [0, 0, 0]] = (
		await connection.runAndReadAll(`
			SELECT count(*)::INTEGER,
				count(*) FILTER ((d.position >= 2 * tenth * 100000) <> (short = 0))::INTEGER,
				count(*) FILTER ((part::DOUBLE / whole * 100 >= tenth / 10.0::DOUBLE) <> (short = 0))::INTEGER
			FROM pair JOIN worked d ON d.subject = pair.id`)
	).getRowsJS() as [number, number, number][];
	console.log(
		`exactness: ${pairs} pairs on and one part under whole and one-decimal bounds: ${wrong} wrong (binary floating point: ${floating})`
	);
	return pairs > 10_000 && wrong === 0;
}
