// The combined total of a district over sections, only where the office has set the shares of sections.
import type { RankLine, RoundView } from '../ranking/round.ts';
import { scaleNumber } from '../thai/numbers.ts';
import type { Ranking } from './rank-lines.ts';

type Edge = 'percent' | 'percent_best' | 'percent_worst';

/** Null where no shares are set. Percents are exact to the sixth decimal, and equal there means equal in place. */
export function combineSections(view: RoundView, rankings: readonly Ranking[]): Ranking | null {
	const { shares } = view.office;
	if (shares === null) return null;
	const used = rankings.filter(({ section }) => section !== null && (shares[section] ?? 0) > 0);
	const totals = view.province.districts.flatMap((district) => {
		const lines = used.flatMap(({ section, lines }) =>
			lines
				.filter((line) => line.district === district.code)
				.map((line) => ({ line, share: shares[section ?? ''] ?? 0 }))
		);
		const sum = (edge: Edge) => addShares(lines.map(({ line, share }) => [line[edge], share] as const));
		const [percent, best, worst] = [sum('percent'), sum('percent_best'), sum('percent_worst')];
		if (lines.length < used.length || percent === null || best === null || worst === null) return [];
		return [{ district, lines: lines.map(({ line }) => line), percent, best, worst }];
	});
	const above = (mine: bigint, of: (total: (typeof totals)[number]) => bigint) =>
		totals.filter((other) => of(other) > mine).length;
	const combined = totals.map(({ district, lines, percent, best, worst }): RankLine => ({
		district: district.code,
		section: 'combined',
		name: district.name,
		late: lines.some((line) => line.late),
		scores: lines.flatMap((line) => line.scores),
		percent: toPercent(percent),
		percent_best: toPercent(best),
		percent_worst: toPercent(worst),
		decided_weight: lines.reduce((total, line) => total + line.decided_weight, 0),
		weight: lines.reduce((total, line) => total + line.weight, 0),
		place: 1 + above(percent, (other) => other.percent),
		place_best: 1 + above(best, (other) => other.worst),
		place_worst: 1 + totals.filter((other) => other.district !== district && other.best > worst).length
	}));
	return {
		section: null,
		title: 'รวมทุกส่วน',
		lines: combined.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0) || (a.district < b.district ? -1 : 1))
	};
}

/** Sum of percent × share, in units of 10^-12; null where a section has no percent. */
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
