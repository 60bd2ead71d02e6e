import type { DuckDBInstance } from '@duckdb/node-api';
import type { Agreement } from '../../agreement/schema.ts';
import type { Entry } from '../../submission/entry.ts';
import { findProvince } from '../places.ts';
import { scoreEntries, type Scored } from './scoring.ts';

/** Scores entries over all districts of the letter's province, on a connection of its own so that scorings do not meet. */
export async function scoreOnce(
	instance: DuckDBInstance,
	agreement: Agreement,
	entries: readonly Entry[]
): Promise<Scored> {
	const connection = await instance.connect();
	try {
		const districts = findProvince(agreement.province).districts.map((district) => district.code);
		return await scoreEntries(connection, agreement, districts, entries);
	} finally {
		connection.closeSync();
	}
}
