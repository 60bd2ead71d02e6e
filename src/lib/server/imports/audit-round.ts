// What an auditor would ask, with the store at hand: of files on their way in, and of a round as it stands.
import { pairIndicators } from '../../ranking/pair-indicators.ts';
import type { Agreement } from '../../agreement/schema.ts';
import type { EntryInForce, Received } from '../../ranking/round.ts';
import { auditEntries, entryKey, type AuditCase, type EntriesByKey } from '../../submission/audit/audit.ts';
import type { Entry, Problem } from '../../submission/entry.ts';
import { bangkokTime } from '../clock.ts';
import entriesReplaced from '../store/entries_replaced.sql?raw';
import { findProvince } from '../places.ts';
import { Refusal } from '../refusal.ts';
import { presentOf, untilOf } from '../rounds/round-moment.ts';
import type { ScoredRound } from '../rounds/round-view.ts';
import { auditWords } from './sentences-audit.ts';
import type { Store } from '../store/store.ts';
import { entriesInForce, entryOf, storedSubmissions } from '../store/stored-entries.ts';

const byKey = <One extends Entry>(entries: readonly One[]): ReadonlyMap<string, One> =>
	new Map(entries.map((entry) => [entryKey(entry), entry]));

/** More values than a province reports in a round: nobody would read what is asked of them. */
const most = 100_000;

/** Warnings at the places of entries on their way in. `before`: what is in force. */
export async function auditArriving(
	store: Store,
	agreement: Agreement,
	entries: readonly Entry[],
	before: readonly EntryInForce[]
): Promise<readonly Problem[]> {
	if (entries.length > most) return [];
	const now = bangkokTime(new Date());
	return auditEntries({
		agreement,
		entries,
		before: byKey(before),
		earlier: await findEarlier(store, agreement, null),
		nameOf: namerOf(agreement),
		cameAt: () => now
	});
}

/** A warning that stands, and the submission that brought the value. */
export interface StandingWarning extends Problem {
	readonly district: string;
	readonly received: Received | null;
}

/** Of all that is in force in a round, or was at its moment. */
export async function auditRound(store: Store, view: ScoredRound): Promise<readonly StandingWarning[]> {
	const round = presentOf(view.id);
	const until = untilOf(store, view.id);
	const { agreement, entries, received } = view;
	const inForce = byKey(entries);
	const read = await store.connection().runAndReadAll(entriesReplaced, { round, until: until ?? '9999' });
	const replaced = read
		.getRowObjects()
		.map(entryOf)
		.filter((entry) => inForce.has(entryKey(entry)));
	const files = new Map(received.map((one) => [one.number, one]));
	const brought = new Map(entries.map((entry) => [entry.at, entry]));
	const receivedOf = (at: Entry['at']) => files.get(brought.get(at)?.submission ?? 0) ?? null;
	const problems = auditEntries({
		agreement,
		entries,
		before: byKey(replaced),
		earlier: await findEarlier(store, agreement, until),
		nameOf: namerOf(agreement),
		cameAt: ({ at }) => receivedOf(at)?.received_at ?? null
	});
	return problems.map((problem) => ({
		...problem,
		district: brought.get(problem.at)?.district ?? '',
		received: receivedOf(problem.at)
	}));
}

function namerOf(agreement: Agreement): AuditCase['nameOf'] {
	const { name, code: whole, districts } = findProvince(agreement.province);
	const names = new Map(districts.map((one) => [one.code, auditWords.district(one.name)]));
	return (code) => names.get(code) ?? (code === whole ? auditWords.province(name) : code);
}

/** What the latest round before this one reported, under this round's keys, where both letters ask the same thing. */
async function findEarlier(store: Store, agreement: Agreement, until: string | null): Promise<AuditCase['earlier']> {
	const [province = ''] = agreement.agreement.split('/');
	const submissions = await storedSubmissions(store.connection(), null);
	const rounds = new Set(submissions.map(({ round }) => round).filter((id) => id.startsWith(`${province}/`)));
	const letters = [...rounds].flatMap((id) => findLetter(store, id));
	const [latest] = letters.filter(({ from }) => from < agreement.from).toSorted((a, b) => (a.from < b.from ? 1 : -1));
	if (latest === undefined) return null;
	const entries = byKey(await entriesInForce(store.connection(), latest.agreement, until));
	return { round: latest.round, entries: underKeysOf(latest, agreement, entries) };
}

function findLetter(store: Store, id: string): readonly Agreement[] {
	try {
		const letter = store.shelf().find(id);
		return letter === null ? [] : [letter.agreement];
	} catch (error) {
		// A letter that cannot be read must not keep the results of another round out.
		if (error instanceof Refusal) return [];
		throw error;
	}
}

/** Inputs are the same where their indicators measure the same and they are called and counted alike. */
function underKeysOf(before: Agreement, after: Agreement, entries: EntriesByKey): EntriesByKey {
	const now = new Map<string, Entry>();
	const bySlot = Map.groupBy([...entries.values()], (entry) => `${entry.section}/${entry.indicator}/${entry.input}`);
	for (const pair of pairIndicators(before, after)) {
		if (pair.kind !== 'comparable') continue;
		for (const [input, { type, unit }] of Object.entries(pair.after.inputs)) {
			const was = pair.before.inputs[input];
			if (was?.type !== type || was.unit !== unit) continue;
			for (const entry of bySlot.get(`${pair.section}/${pair.before.indicator}/${input}`) ?? [])
				now.set(`${entry.district}/${pair.section}/${pair.after.indicator}/${input}`, entry);
		}
	}
	return now;
}
