// The fixed statements in their order. Combined points need the points of their parts, so the same two statements run again for them.
import type { DuckDBConnection } from '@duckdb/node-api';
import checkSql from '../scoring/check.sql?raw';
import combineSql from '../scoring/combine.sql?raw';
import deriveSql from '../scoring/derive.sql?raw';
import maskSql from '../scoring/mask.sql?raw';
import totalSql from '../scoring/total.sql?raw';
import verdictSql from '../scoring/verdict.sql?raw';

/** Scores what is loaded: fills derived, cell, verdict and total. */
export async function runRules(connection: DuckDBConnection): Promise<void> {
	await connection.run(checkSql);
	await connection.run(deriveSql);
	await judge(connection, 0);
	const [[combined] = [0]] = (await connection.runAndReadAll('SELECT count(*)::INTEGER FROM combine')).getRowsJS();
	if (combined !== 0) {
		await connection.run(combineSql);
		await judge(connection, 1);
	}
	await connection.run(totalSql);
}

async function judge(connection: DuckDBConnection, stratum: 0 | 1): Promise<void> {
	await connection.run(maskSql, { stratum });
	await connection.run(verdictSql, { stratum });
}
