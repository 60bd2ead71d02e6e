// The combined total of every district over sections, only where the office has set the shares of sections.
import { scaleNumber } from '../thai/numbers.ts';
import type { Office, RankLine } from './round.ts';

/** What the combined total is called where a section's name stands: in addresses and in names of files. */
export const totalName = 'total';

type Edge = 'percent' | 'percent_best' | 'percent_worst';

/**
 * A line for each district that has one in every section with a share, in the order in which they come; null where no section of
 * these lines has a share. Percents are exact to the sixth decimal, and equal there means equal in place.
 */
export function combineSections(
	lines: readonly RankLine[],
	{ shares }: Pick<Office, 'shares'>
): readonly RankLine[] | null {
	if (shares === null) return null;
	const shared = lines.filter(({ section }) => (shares[section] ?? 0) > 0);
	const sections = new Set(shared.map(({ section }) => section)).size;
	if (sections === 0) return null;
	const totals = [...Map.groupBy(shared, ({ district }) => district)].flatMap(([district, own]) => {
		const sum = (edge: Edge) => addShares(own.map((line) => [line[edge], shares[line.section] ?? 0] as const));
		const [percent, best, worst] = [sum('percent'), sum('percent_best'), sum('percent_worst')];
		const [first] = own;
		if (first === undefined || own.length < sections || percent === null || best === null || worst === null) return [];
		return [{ district, name: first.name, own, percent, best, worst }];
	});
	const above = (mine: bigint, of: (total: (typeof totals)[number]) => bigint) =>
		totals.filter((other) => of(other) > mine).length;
	return totals.map(({ district, name, own, percent, best, worst }) => ({
		district,
		section: totalName,
		name,
		late: own.some((line) => line.late),
		scores: own.flatMap((line) => line.scores),
		percent: toPercent(percent),
		percent_best: toPercent(best),
		percent_worst: toPercent(worst),
		decided_weight: own.reduce((total, line) => total + line.decided_weight, 0),
		weight: own.reduce((total, line) => total + line.weight, 0),
		place: 1 + above(percent, (other) => other.percent),
		place_best: 1 + above(best, (other) => other.worst),
		place_worst: 1 + totals.filter((other) => other.district !== district && other.best > worst).length
	}));
}

/** Sum of percent × share, in millionths of a percent; null where a section has no percent. */
function addShares(parts: readonly (readonly [number | null, number])[]): bigint | null {
	let sum = 0n;
	for (const [percent, share] of parts) {
		if (percent === null) return null;
		sum += scaleNumber(percent) * scaleNumber(share);
	}
	// to millionths of a percent: what was rounded on the way lies below
	return (sum + 50_000_000n) / 100_000_000n;
}

const toPercent = (millionths: bigint): number => Number(millionths) / 1_000_000;
