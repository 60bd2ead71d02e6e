// The lines that somebody asked for, each cut down to what was asked of it.
import type { JournalLine } from '../store/acts.ts';
import { kindOf, type ActKind } from './act-words.ts';

export interface LinesWanted {
	/** a round, with what the whole office did that bears on it; null for all lines */
	readonly round: string | null;
	/** ISO with offset: nothing that was done or received later */
	readonly until: string | null;
	/** only what is of no round: people, settings, beginning anew */
	readonly office: boolean;
	/** what is nobody's but this district's is all it may see */
	readonly only: string | null;
	/** one line, by its number */
	readonly line: number | null;
	readonly act: ActKind | null;
	readonly who: string | null;
	readonly district: string | null;
	/** section/indicator */
	readonly indicator: string | null;
	/** local days, both included */
	readonly from: string | null;
	readonly to: string | null;
}

export const everyLine: LinesWanted = {
	...{ round: null, until: null, office: false, only: null },
	...{ line: null, act: null, who: null, district: null, indicator: null, from: null, to: null }
};

/** Submissions that hold values of the indicator asked for (and of the district, where one is asked for too); null where none is. */
export type Carrying = ReadonlySet<number> | null;

/** Of acts that belong to no round, those that bear on what every round shows. */
const ofEveryRound: readonly ActKind[] = ['office', 'start-clean'];

function isOfRound(line: JournalLine, { round, office }: LinesWanted): boolean {
	if (office) return line.round === null && kindOf(line) !== 'import';
	if (round === null) return true;
	if ('files' in line.what) return line.what.files.some((file) => file.round === round);
	return line.round === round || (line.round === null && ofEveryRound.includes(kindOf(line)));
}

/** The part of a line that is of one district, or null where none is; `whose` are its code and the province's. */
function cutToDistrict(line: JournalLine, whose: readonly string[], strict: boolean): JournalLine | null {
	switch (line.act) {
		case 'import':
		case 'import-demo': {
			const isOwn = (codes: readonly string[]) =>
				strict
					? codes.length > 0 && codes.every((code) => code === whose[0])
					: codes.some((code) => whose.includes(code));
			const files = line.what.files.filter(({ districts }) => isOwn(districts));
			return files.length === 0 ? null : { ...line, what: { files } };
		}
		case 'approve':
		case 'return': {
			const results = line.what.results.filter(({ district }) => whose.includes(district));
			if (results.length === 0) return null;
			return line.act === 'approve'
				? { ...line, what: { ...line.what, results } }
				: { ...line, what: { ...line.what, results } };
		}
		case 'rule': {
			const speaksOf = (codes: readonly string[] | undefined) => codes?.some((code) => whose.includes(code)) ?? true;
			const rulings = line.what.rulings.filter(({ take }) => !('districts' in take) || speaksOf(take.districts));
			return rulings.length === 0 ? null : { ...line, what: { ...line.what, rulings } };
		}
		case 'person':
			return !strict && line.what.district !== null && whose.includes(line.what.district) ? line : null;
		case 'start-clean':
		case 'office':
		case 'backup':
			return strict ? line : null;
		default:
			return line;
	}
}

function cutToIndicator(line: JournalLine, key: string, carrying: Carrying): JournalLine | null {
	switch (line.act) {
		case 'import':
		case 'import-demo': {
			const files = line.what.files.filter(({ number }) => carrying?.has(number));
			return files.length === 0 ? null : { ...line, what: { files } };
		}
		case 'approve':
		case 'return': {
			const results = line.what.results.filter(({ section, indicator }) => `${section}/${indicator}` === key);
			if (results.length === 0) return null;
			return line.act === 'approve'
				? { ...line, what: { ...line.what, results } }
				: { ...line, what: { ...line.what, results } };
		}
		case 'rule': {
			const rulings = line.what.rulings.filter(({ indicator }) => indicator === key);
			return rulings.length === 0 ? null : { ...line, what: { ...line.what, rulings } };
		}
		case 'agreement':
		case 'publish':
			return line;
		default:
			return null;
	}
}

/** An import is of the time it was received, so that a round as it was is told with what it rests on. */
function cutToTime(line: JournalLine, until: string): JournalLine | null {
	if (line.act !== 'import' && line.act !== 'import-demo') return line.at <= until ? line : null;
	const files = line.what.files.filter(({ received_at }) => received_at <= until);
	return files.length === 0 ? null : { ...line, what: { files } };
}

function cutToRound(line: JournalLine, round: string | null): JournalLine {
	if (round === null || (line.act !== 'import' && line.act !== 'import-demo')) return line;
	return { ...line, what: { files: line.what.files.filter((file) => file.round === round) } };
}

/** A line as far as it is wanted; null where it is not. */
export function narrowLine(line: JournalLine, wanted: LinesWanted, carrying: Carrying = null): JournalLine | null {
	const { round, until, only, line: number, act, who, district, indicator, from, to } = wanted;
	const day = line.at.slice(0, 10);
	if (!isOfRound(line, wanted)) return null;
	if (number !== null && line.n !== number) return null;
	if (act !== null && kindOf(line) !== act) return null;
	if (who !== null && line.who !== who) return null;
	if ((from !== null && day < from) || (to !== null && day > to)) return null;
	const cuts: readonly ((one: JournalLine) => JournalLine | null)[] = [
		(one) => cutToRound(one, round),
		(one) => (until === null ? one : cutToTime(one, until)),
		(one) => (only === null ? one : cutToDistrict(one, [only], true)),
		(one) => (district === null ? one : cutToDistrict(one, [district, district.slice(0, 2)], false)),
		(one) => (indicator === null ? one : cutToIndicator(one, indicator, carrying))
	];
	return cuts.reduce<JournalLine | null>((left, cut) => left && cut(left), line);
}

/** The newest first. */
export const narrowLines = (
	lines: readonly JournalLine[],
	wanted: LinesWanted,
	carrying: Carrying = null
): readonly JournalLine[] => lines.flatMap((line) => narrowLine(line, wanted, carrying) ?? []).toReversed();
