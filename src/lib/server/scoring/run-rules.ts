// The fixed statements in their order. Combined points need the points of their parts, so those that judge run again for them.
import type { DuckDBConnection } from '@duckdb/node-api';
import adjustSql from '../../scoring/adjust.sql?raw';
import checkSql from '../../scoring/check.sql?raw';
import classSql from '../../scoring/class.sql?raw';
import combineSql from '../../scoring/combine.sql?raw';
import figureSql from '../../scoring/figure.sql?raw';
import placeSql from '../../scoring/place.sql?raw';
import sheetSql from '../../scoring/sheet.sql?raw';
import deriveSql from '../../scoring/derive.sql?raw';
import deriveLongSql from '../../scoring/derive_long.sql?raw';
import longerSql from '../../scoring/longer.sql?raw';
import maskSql from '../../scoring/mask.sql?raw';
import { packTerms } from '../../scoring/pack.ts';
import type { Rules } from '../../scoring/rules.ts';
import totalSql from '../../scoring/total.sql?raw';
import verdictSql from '../../scoring/verdict.sql?raw';

/**
 * Scores what is loaded: fills state, class, verdict and gained. Statements for which there is nothing to do are passed over.
 * Values worked out are kept in derived where `keepsValues` or where a figure sent beside its parts is held against them.
 */
export async function runRules(connection: DuckDBConnection, rules: Rules, keepsValues = true): Promise<void> {
	if (rules.checks.length > 0) {
		await connection.run(checkSql);
		await connection.run(sheetSql);
	}
	const figures = rules.figures.length > 0 || (await hasInvalid(connection));
	const long = packTerms(rules).length < rules.measures.length;
	const keeps = keepsValues || figures || long || rules.places.length > 0 || rules.combines.length > 0;
	if (keeps) await connection.run(deriveSql);
	if (long) await connection.run(deriveLongSql);
	if (figures) await connection.run(figureSql);
	if (rules.places.length > 0) await connection.run(placeSql);
	await judge(connection, rules, 0);
	if (rules.combines.length > 0) {
		await connection.run(combineSql);
		await judge(connection, rules, 1);
	}
	await connection.run(totalSql);
}

async function hasInvalid(connection: DuckDBConnection): Promise<boolean> {
	return (await connection.runAndReadAll('SELECT 1 FROM entry WHERE state <> 0 LIMIT 1')).currentRowCount > 0;
}

// A variable is known when a statement is planned; with a bound parameter DuckDB plans it twice.
async function judge(connection: DuckDBConnection, rules: Rules, stratum: 0 | 1): Promise<void> {
	await connection.run(`SET VARIABLE stratum = ${stratum}`);
	await connection.run(maskSql);
	if (rules.outcomes.some(({ row }) => row > 0)) await connection.run(longerSql);
	await connection.run(classSql);
	if (rules.adjusts.length > 0) await connection.run(adjustSql);
	await connection.run(verdictSql);
}
