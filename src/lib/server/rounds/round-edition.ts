// A published edition of a round by its name: `khon-kaen/2565-2@e1`.
import type { EditionHead } from '../../ranking/way.ts';
import type { JournalLine } from '../store/acts.ts';

export interface RoundEdition {
	readonly round: string;
	readonly number: number;
}

/** Null where the name is of something else. */
export function readRoundEdition(name: string): RoundEdition | null {
	const [, round, number] = /^([a-z-]+\/\d{4}-q?\d)@e([1-9]\d{0,3})$/.exec(name) ?? [];
	return round === undefined || number === undefined ? null : { round, number: Number(number) };
}

type PublishLine = Extract<JournalLine, { act: 'publish' }>;

export const publishLines = (lines: readonly JournalLine[]): readonly PublishLine[] =>
	lines.filter((line) => line.act === 'publish');

/** What was published of a round, the first edition first. */
export const listEditions = (lines: readonly JournalLine[], round: string): readonly EditionHead[] =>
	publishLines(lines)
		.filter((line) => line.round === round)
		.map(({ at, who, what: { edition, code, sha256, reason } }) => ({
			...{ number: edition, published_at: at, who, code, sha256, reason }
		}));

/** The edition that a name is of; null where it is of something else, or of one that was never published. */
export function findEdition(lines: readonly JournalLine[], name: string): EditionHead | null {
	const asked = readRoundEdition(name);
	if (asked === null) return null;
	return listEditions(lines, asked.round).find(({ number }) => number === asked.number) ?? null;
}
