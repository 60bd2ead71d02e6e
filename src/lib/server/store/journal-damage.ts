// All that is wrong with a journal's bytes, line by line: opening a store stops at the first, a proof names each.
import { z } from 'zod';
import type { Problem } from '../../submission/entry.ts';
import { journalLineSchema, type JournalLine } from './acts.ts';
import { chainedLine, noLines } from './journal.ts';
import { errorAbout } from '../refusal.ts';
import { say } from '../sentences.ts';
import { verifyWords } from './sentences-verify.ts';

/** More are counted. */
const mostNamed = 40;

const links = z.looseObject({ n: z.int().min(1), previous: z.string() });

export interface JournalDamage {
	readonly problems: readonly Problem[];
	/** lines that are as they were written, wherever they stand */
	readonly lines: readonly JournalLine[];
}

export function findJournalDamage(bytes: Buffer): JournalDamage {
	const pieces = bytes.toString('utf8').split('\n');
	// What follows the last line end is a line without one, a write that was cut off, or nothing.
	const last = pieces.pop() ?? '';
	if (chainedLine(last) !== null) pieces.push(last);
	const problems: Problem[] = [];
	const lines: JournalLine[] = [];
	const tell = (code: string, message: string, place: number) =>
		problems.push(errorAbout('journal.jsonl', code, message, place));
	let expected = 1;
	/** hash of the line before; null where that line was altered and could not say */
	let before: string | null = noLines.hash;
	for (const [at, piece] of pieces.entries()) {
		const place = at + 1;
		const whole = chainedLine(piece);
		const linked = whole === null || !whole.intact ? null : links.safeParse(whole.content);
		if (whole === null || !whole.intact) {
			tell('journal_altered', say.journalLineAltered(expected), place);
			before = null;
			expected++;
			continue;
		}
		const parsed = journalLineSchema.safeParse(whole.content);
		if (linked === null || !linked.success) {
			tell('journal_unknown', say.journalLineUnknown(expected), place);
			before = whole.hash;
			expected++;
			continue;
		}
		const { n, previous } = linked.data;
		if (n > expected) tell('journal_missing', verifyWords.linesMissing(expected, n - 1), place);
		else if (n < expected) tell('journal_moved_line', verifyWords.lineMoved(place, n), place);
		else if (before !== null && previous !== before) tell('journal_unchained', say.journalLineOutOfChain(n), place);
		if (parsed.success) lines.push(parsed.data);
		else tell('journal_unknown', say.journalLineUnknown(n), place);
		before = whole.hash;
		expected = n + 1;
	}
	if (problems.length <= mostNamed) return { problems, lines };
	const named = problems.slice(0, mostNamed);
	const more = errorAbout('journal.jsonl', 'journal_broken', verifyWords.moreDamage(problems.length - mostNamed));
	return { problems: [...named, more], lines };
}
