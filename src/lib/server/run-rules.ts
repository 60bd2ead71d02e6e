// The fixed statements in their order. Combined points need the points of their parts, so those that judge run again for them.
import type { DuckDBConnection } from '@duckdb/node-api';
import adjustSql from '../scoring/adjust.sql?raw';
import checkSql from '../scoring/check.sql?raw';
import combineSql from '../scoring/combine.sql?raw';
import figureSql from '../scoring/figure.sql?raw';
import placeSql from '../scoring/place.sql?raw';
import deriveSql from '../scoring/derive.sql?raw';
import sheetSql from '../scoring/sheet.sql?raw';
import deriveLongSql from '../scoring/derive_long.sql?raw';
import maskSql from '../scoring/mask.sql?raw';
import stateSql from '../scoring/state.sql?raw';
import totalSql from '../scoring/total.sql?raw';
import verdictSql from '../scoring/verdict.sql?raw';

/** Scores what is loaded: fills derived, cell, verdict and total. Statements for which there is nothing to do are passed over. */
export async function runRules(connection: DuckDBConnection): Promise<void> {
	const work = await readWork(connection);
	if (work.has('checks')) {
		await connection.run(checkSql);
		await connection.run(sheetSql);
	}
	await connection.run(deriveSql);
	if (work.has('long')) await connection.run(deriveLongSql);
	if (work.has('figures') || work.has('checks') || work.has('invalid')) await connection.run(figureSql);
	if (work.has('places')) await connection.run(placeSql);
	await judge(connection, 0, work.has('adjusts'));
	if (work.has('combines')) {
		await connection.run(combineSql);
		await judge(connection, 1, work.has('adjusts'));
	}
	await connection.run(totalSql);
}

/** What there is to do, named once each. */
async function readWork(connection: DuckDBConnection): Promise<ReadonlySet<string>> {
	const reader = await connection.runAndReadAll(`
		(SELECT 'checks' FROM rule_check LIMIT 1)
		UNION ALL (SELECT 'long' FROM measure ANTI JOIN short_measure USING (measure) LIMIT 1)
		UNION ALL (SELECT 'figures' FROM figure LIMIT 1)
		UNION ALL (SELECT 'invalid' FROM entry WHERE state <> 0 LIMIT 1)
		UNION ALL (SELECT 'places' FROM placed LIMIT 1)
		UNION ALL (SELECT 'adjusts' FROM adjust LIMIT 1)
		UNION ALL (SELECT 'combines' FROM combine LIMIT 1)`);
	const rows = reader.getRowsJS() as [string][];
	return new Set(rows.map(([what]) => what));
}

async function judge(connection: DuckDBConnection, stratum: 0 | 1, adjusts: boolean): Promise<void> {
	await connection.run(maskSql, { stratum });
	await connection.run(stateSql, { stratum });
	if (adjusts) await connection.run(adjustSql);
	await connection.run(verdictSql);
}
