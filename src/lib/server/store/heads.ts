// Heads of the journal that were seen elsewhere, on paper, in a backup, in an edition: a journal that does not hold one of them
// was cut or written anew, however well its lines follow one another.
import type { Problem } from '../../submission/entry.ts';
import type { JournalLine } from './acts.ts';
import type { Head } from './journal.ts';
import { errorAbout } from '../refusal.ts';
import { verifyWords } from './sentences-verify.ts';

/** A hash may be known by its beginning: paper and backups print sixteen signs. */
export interface SeenHead extends Head {
	/** who saw it, as the beginning of a sentence */
	readonly from: string;
}

const arabic = (text: string) => text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));

/** `128:0a1b2c3d`; null where it is none. At least eight signs of the hash. */
export function readHead(written: string): Head | null {
	const [, n = '', hash = ''] =
		/^(\d{1,9}):([0-9a-f]{8,64})$/.exec(arabic(written).replace(/\s/g, '').toLowerCase()) ?? [];
	return hash === '' ? null : { n: Number(n), hash };
}

export const writeHead = ({ n, hash }: Head): string => `${n}:${hash}`;

type Lines = readonly Pick<JournalLine, 'n' | 'hash'>[];

export const holdsHead = (lines: Lines, { n, hash }: Head): boolean =>
	n === 0 ? /^0+$/.test(hash) : (lines[n - 1]?.hash.startsWith(hash) ?? false);

/** What is wrong with a journal beside a head that was seen of it; null where it holds it. `older`: journals put aside since. */
export function findHeadTrouble(lines: Lines, older: readonly Lines[], seen: SeenHead): Problem | null {
	if ([lines, ...older].some((one) => holdsHead(one, seen))) return null;
	const { n, hash, from } = seen;
	if (n > lines.length)
		return errorAbout('journal.jsonl', 'journal_cut', verifyWords.headCut(from, n, lines.length), lines.length);
	const found = lines[n - 1]?.hash ?? '';
	return errorAbout('journal.jsonl', 'journal_rewritten', verifyWords.headOther(from, n, hash, found), n);
}
