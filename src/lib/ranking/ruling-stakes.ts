// What hangs on a ruling before it is given: how many districts wait for it, and how many would stand at another place in their
// section if all of them came out at their lowest or at their highest.
import { nought, type Fraction } from '../scoring/fraction.ts';
import { rankShares } from './rank-shares.ts';
import type { RoundView } from './round.ts';
import { listSheets, type Sheet } from './section-sheets.ts';

export interface Stakes {
	/** districts with a result that waits for it */
	readonly waiting: number;
	/** districts whose place in a section is another, waiting themselves or not */
	readonly lowest: number;
	readonly highest: number;
}

/** By reading; of those only for which some district waits. */
export function weighRulings(view: RoundView): ReadonlyMap<string, Stakes> {
	const sections = view.agreement.sections.map(({ section }) => listSheets(view, section));
	const waits = view.answer.scores.filter(({ status, reading }) => status === 'undecided' && reading !== null);
	return new Map(
		[...Map.groupBy(waits, ({ reading }) => reading ?? '')].map(([reading, mine]) => {
			const moved = (way: Way) => new Set(sections.flatMap((sheets) => listMoved(sheets, { reading, way }))).size;
			const waiting = new Set(mine.map(({ district }) => district)).size;
			return [reading, { waiting, lowest: moved('lowest'), highest: moved('highest') }];
		})
	);
}

type Way = 'lowest' | 'highest';
interface Ruled {
	readonly reading: string;
	readonly way: Way;
}

function listMoved(sheets: readonly Sheet[], ruled: Ruled): readonly string[] {
	const now = rankShares(sheets.map((sheet) => shareUnder(sheet, null)));
	const then = rankShares(sheets.map((sheet) => shareUnder(sheet, ruled)));
	return sheets.flatMap(({ district }, at) => (now[at]?.place === then[at]?.place ? [] : [district]));
}

function shareUnder({ parts, whole, unit }: Sheet, ruled: Ruled | null): Fraction {
	if (whole === 0n) return nought;
	const got = parts.reduce((sum, part) => {
		const rules = ruled !== null && part.score.status === 'undecided' && part.score.reading === ruled.reading;
		return sum + (rules ? part[ruled.way] : part.worth);
	}, 0n);
	return { over: 100n * got, under: whole * unit };
}
