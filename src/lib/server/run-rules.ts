// The fixed statements in their order. Combined points need the points of their parts, so the same two statements run again for them.
import type { DuckDBConnection } from '@duckdb/node-api';
import checkSql from '../scoring/check.sql?raw';
import combineSql from '../scoring/combine.sql?raw';
import figureSql from '../scoring/figure.sql?raw';
import placeSql from '../scoring/place.sql?raw';
import deriveSql from '../scoring/derive.sql?raw';
import maskSql from '../scoring/mask.sql?raw';
import totalSql from '../scoring/total.sql?raw';
import verdictSql from '../scoring/verdict.sql?raw';

/** Groups are dense small numbers, so an array holds them better than a hash table: up to 2^22 of them. */
export const scoringSettings = { perfect_ht_threshold: '22' } as const;

/** Scores what is loaded: fills derived, cell, verdict and total. Statements for which there is nothing to do are passed over. */
export async function runRules(connection: DuckDBConnection): Promise<void> {
	const { checks, figures, places, combines } = await readWork(connection);
	if (checks) await connection.run(checkSql);
	await connection.run(deriveSql);
	if (figures) await connection.run(figureSql);
	if (places) await connection.run(placeSql);
	await judge(connection, 0);
	if (combines) {
		await connection.run(combineSql);
		await judge(connection, 1);
	}
	await connection.run(totalSql);
}

type Work = Readonly<Record<'checks' | 'figures' | 'places' | 'combines', boolean>>;
async function readWork(connection: DuckDBConnection): Promise<Work> {
	const reader = await connection.runAndReadAll(`SELECT
		EXISTS (FROM rule_check) AS checks,
		EXISTS (FROM figure) OR EXISTS (FROM rule_check) OR EXISTS (FROM entry WHERE state <> 0) AS figures,
		EXISTS (FROM placed) AS places,
		EXISTS (FROM combine) AS combines`);
	return reader.getRowObjectsJS()[0] as unknown as Work;
}

async function judge(connection: DuckDBConnection, stratum: 0 | 1): Promise<void> {
	await connection.run(maskSql, { stratum });
	await connection.run(verdictSql, { stratum });
}
