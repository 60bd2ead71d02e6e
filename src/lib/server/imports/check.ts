// What only the whole can show: files of one bundle against each other and against what is there.
import type { EntryInForce } from '../../ranking/round.ts';
import type { Entry, Place, Problem } from '../../submission/entry.ts';
import { auditArriving } from './audit-round.ts';
import { entryKey, valueKeyOf } from './changes.ts';
import type { ReadFile } from './read.ts';
import { warningAbout } from '../refusal.ts';
import { scoreOnce } from '../scoring/score-once.ts';
import { importWords } from './sentences.ts';
import type { Store } from '../store/store.ts';
import { entriesInForce } from '../store/stored-entries.ts';

/** Scores each round as it would be with the new files in it; problems at the new files' places. */
export async function checkTogether(store: Store, reads: readonly ReadFile[]): Promise<readonly Problem[]> {
	const problems: Problem[] = [];
	for (const [round, arriving] of Map.groupBy(reads, ({ letter }) => letter.agreement.agreement)) {
		const letter = arriving[0]?.letter;
		if (letter === undefined || arriving.every(({ usable }) => usable.length === 0)) continue;
		const before = await entriesInForce(store.connection(), round);
		problems.push(...findDifferences(arriving));
		const together = putTogether(before, arriving);
		const scored = await scoreOnce(store.instance(), letter.agreement, together);
		problems.push(...concernedBy(arriving, before, scored.problems));
		const usable = arriving.flatMap((read) => read.usable);
		problems.push(...(await auditArriving(store, letter.agreement, usable, before)));
	}
	return problems;
}

const subjectOf = ({ district, section, indicator }: Entry): string => `${district}/${section}/${indicator}`;
const placeKey = ({ file, sheet, line, cell }: Place): string => JSON.stringify([file, sheet, line, cell]);

/**
 * What stands at the new files' places, and what the new values may be at odds with: places in force of a district's indicator
 * that the files speak of. What is wrong elsewhere in the store is not theirs.
 */
function concernedBy(
	arriving: readonly ReadFile[],
	before: readonly EntryInForce[],
	problems: readonly Problem[]
): readonly Problem[] {
	const names = new Set(arriving.map((read) => read.file.name));
	const spokenOf = new Set(arriving.flatMap(({ usable }) => usable.map(subjectOf)));
	const places = new Map(before.map((entry) => [placeKey(entry.at), subjectOf(entry)]));
	return problems.filter(({ at }) => names.has(at.file) || spokenOf.has(places.get(placeKey(at)) ?? ''));
}

/** The entries that would be in force. */
export function putTogether(before: readonly EntryInForce[], arriving: readonly ReadFile[]): readonly Entry[] {
	const together = new Map<string, Entry>();
	for (const entry of [...before, ...arriving.flatMap(({ usable }) => usable)]) together.set(entryKey(entry), entry);
	return [...together.values()];
}

/** Two files of one bundle that give one value in two ways: the later stands, and that is said. */
function findDifferences(arriving: readonly ReadFile[]): readonly Problem[] {
	const problems: Problem[] = [];
	const first = new Map<string, Entry>();
	if (arriving.length < 2) return problems;
	for (const { usable, letter } of arriving) {
		for (const entry of usable) {
			const key = entryKey(entry);
			const other = first.get(key);
			first.set(key, entry);
			if (other === undefined || other.at.file === entry.at.file) continue;
			if (valueKeyOf(other.value) === valueKeyOf(entry.value)) continue;
			const indicator = letter.agreement.sections
				.find(({ section }) => section === entry.section)
				?.indicators.find((one) => one.indicator === entry.indicator);
			const label = indicator?.inputs[entry.input]?.label ?? entry.input;
			const message = importWords.filesDiffer(`ข้อ ${entry.indicator} ${label}`, other.text, entry.text, other.at.file);
			problems.push({ ...warningAbout(entry.at.file, 'files_differ', message), at: entry.at });
		}
	}
	return problems;
}
