// The rows of the overview's ranking: a line of the ranking with its bar, its grade and what changed since an earlier round.
import { drawPartsBar, drawTotalBar, type PartOfTotal, type TotalBar } from '$lib/charts/total-bar.ts';
import { changeOf, isSilent, placesGained, type DistrictChange, type SectionChange } from '$lib/ranking/compare.ts';
import { numberOf } from '$lib/scoring/fraction.ts';
import { spreadGrade } from '$lib/ranking/grades.ts';
import type { Section } from '$lib/agreement/schema.ts';
import type { Office, RankLine, RoundView } from '$lib/ranking/round.ts';
import { combineSections as lineUp } from '$lib/reports/combined.ts';
import { rankSections } from '$lib/reports/rank-lines.ts';
import { showChange } from '$lib/reports/show-change.ts';
import { compareThai } from '$lib/thai/words.ts';
import type { Asked, Sort } from './asked.ts';
import { combineSections } from './combined.ts';
import { hasNothing, isOpen, listRankLines } from './rank-lines.ts';

/** What changed since the earlier round; each null where one of the rounds has no result. */
export interface Moved {
	/** places gained, below 0 lost */
	readonly places: number | null;
	readonly from: number | null;
	/** of the percent: how it is written, and its size */
	readonly points: { readonly words: string; readonly size: number } | null;
	/** something is still open in one of the rounds, so it may change yet */
	readonly unsettled: boolean;
}
export interface RankRow extends RankLine {
	readonly nothing: boolean;
	readonly bar: TotalBar;
	readonly grade: ReturnType<typeof spreadGrade>;
	/** null where rounds are not compared, or the section is in one of them only */
	readonly moved: Moved | null;
	/** of a combined total only */
	readonly parts: readonly PartOfTotal[];
}

export function listRows(view: RoundView, section: Section, change: SectionChange | null): readonly RankRow[] {
	const moves = indexMoves(change);
	return listRankLines(view, section).map((line) => ({
		...line,
		nothing: hasNothing(line.scores),
		bar: hasNothing(line.scores) ? drawNothing(line) : drawTotalBar(line, section),
		grade: spreadGrade(view.office, line),
		moved: moves.get(line.district) ?? null,
		parts: []
	}));
}

/** Rows of the combined total, null while the office has set no shares. */
export function listCombinedRows(view: RoundView, change: SectionChange | null): readonly RankRow[] | null {
	const combined = combineSections(view);
	const lines = new Map(lineUp(view, rankSections(view))?.lines.map((line) => [line.district, line]));
	if (combined === null) return null;
	const moves = indexMoves(change);
	return combined.flatMap((total): RankRow[] => {
		const line = lines.get(total.district);
		if (line === undefined) return [];
		const { place, percent, nothing, sections } = total;
		const whole = { ...line, place, percent };
		return [
			{
				...whole,
				nothing,
				bar: nothing ? drawNothing(whole) : drawPartsBar(whole, sections),
				grade: spreadGrade(view.office, line),
				moved: moves.get(line.district) ?? null,
				parts: sections
			}
		];
	});
}

/** Where nothing was received nothing is assured either, though the letter gives its lowest level to everybody. */
const drawNothing = ({ percent_best: best }: RankLine): TotalBar => ({
	pieces: [],
	assured: null,
	possible: best === null || best <= 0 ? null : { x: 0, width: best }
});

const indexMoves = (change: SectionChange | null): ReadonlyMap<string, Moved> =>
	new Map(change?.districts.map((one) => [one.district.code, describeMove(one)]));

function describeMove(change: DistrictChange): Moved {
	const { before, after, bridge } = change;
	const silent = isSilent(before) || isSilent(after);
	const points = bridge === null || silent ? null : changeOf(bridge);
	return {
		places: placesGained(change),
		from: silent ? null : (before?.place ?? null),
		points: points === null ? null : { words: showChange(points), size: numberOf(points) },
		unsettled: [before, after].some((standing) => standing !== null && isOpen(standing))
	};
}

export const countOpen = ({ scores }: RankRow): number =>
	scores.filter(({ status }) => status !== 'scored' && status !== 'not_applicable').length;

/** Lowest first; null stands last whichever way is sorted. */
const keys: Readonly<Record<Exclude<Sort, 'name'>, (row: RankRow) => number | null>> = {
	place: (row) => row.place,
	percent: (row) => (row.nothing || row.percent === null ? null : -row.percent),
	moved: (row) => (row.moved?.places == null ? null : -row.moved.places),
	points: (row) => (row.moved?.points == null ? null : -row.moved.points.size),
	grade: (row) => row.grade?.highest?.rank ?? null,
	open: (row) => -countOpen(row),
	range: (row) => row.place_best
};

/** In the order asked for; rows alike stay in the order of places. */
export function sortRows(rows: readonly RankRow[], { sort, reverse }: Asked): readonly RankRow[] {
	const way = reverse ? -1 : 1;
	if (sort === 'name') return rows.toSorted((a, b) => way * compareThai(a.name, b.name));
	const key = keys[sort];
	return rows.toSorted((a, b) => {
		const [one, other] = [key(a), key(b)];
		if (one === null || other === null) return Number(one === null) - Number(other === null);
		return way * (one - other);
	});
}

/** A grade still possible counts: whoever looks for ค sees จ–ข too. */
export function filterRows(
	rows: readonly RankRow[],
	{ find, grade, open }: Asked,
	bands: Office['bands']
): readonly RankRow[] {
	const rank = grade === null ? -1 : (bands?.findIndex((band) => band.grade === grade) ?? -1);
	return rows.filter(
		(row) =>
			row.name.includes(find) &&
			(rank < 0 || (!row.nothing && couldBe(row, rank))) &&
			(open === null || countOpen(row) > 0 === (open === 'open'))
	);
}

/** Under the lowest band there is no grade, so a lowest of null lies below them all. */
function couldBe({ grade }: RankRow, rank: number): boolean {
	if (grade?.highest == null) return false;
	return grade.highest.rank <= rank && rank <= (grade.lowest?.rank ?? Infinity);
}
