// What the journal says of each account.
import type { JournalLine } from '../store/acts.ts';
import type { Scope } from './rows.ts';

export interface ToldAccount extends Scope {
	readonly blocked: boolean;
}

/** By id; who was written down later goes before. */
export function tellAccounts(lines: readonly JournalLine[]): ReadonlyMap<string, ToldAccount> {
	const accounts = new Map<string, ToldAccount>();
	for (const line of lines) {
		if (line.act !== 'person') continue;
		const { did, id, name, role, province, groups, district } = line.what;
		const blocked = did === 'block' || (did !== 'unblock' && (accounts.get(id)?.blocked ?? false));
		accounts.set(id, { name, role, province, groups, district, blocked });
	}
	return accounts;
}
