// Letters that the office put in force itself: each is kept under its SHA-256, and the journal says for which round.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { journalLineSchema, type JournalLine } from './acts.ts';

export interface KeptLetter {
	/** khon-kaen/2566-1 */
	readonly round: string;
	/** as it was called when it came */
	readonly file: string;
	readonly sha256: string;
	readonly bytes: number;
	/** when, and by whom, it was put in force */
	readonly at: string;
	readonly who: string;
}

/** All of them, the oldest first. */
export function keptLetters(lines: readonly JournalLine[]): readonly KeptLetter[] {
	return lines.flatMap((line) =>
		line.act === 'agreement' ? [{ round: line.round, ...line.what, at: line.at, who: line.who }] : []
	);
}

/** By round, the newest. */
export const lettersInForce = (kept: readonly KeptLetter[]): ReadonlyMap<string, KeptLetter> =>
	new Map(kept.map((letter) => [letter.round, letter]));

const wholeLine = /"hash":"[0-9a-f]{64}"\}$/;

/** The lines of a store's journal that put a letter in force: for who only looks, and takes no lock. None where there is no store. */
export function peekLines(store: string): readonly JournalLine[] {
	const path = join(store, 'journal.jsonl');
	if (!existsSync(path)) return [];
	return readFileSync(path, 'utf8')
		.split('\n')
		.filter((text) => text.includes('"act":"agreement"') && wholeLine.test(text))
		.flatMap((text) => {
			const parsed = journalLineSchema.safeParse(JSON.parse(text));
			return parsed.success ? [parsed.data] : [];
		});
}
