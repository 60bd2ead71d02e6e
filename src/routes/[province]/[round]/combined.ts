// One total over sections, in the shares the office has set. Fractions of whole numbers throughout, so that equal totals share a place.
import type { RoundView } from '$lib/ranking/round.ts';
import type { IndicatorScore } from '$lib/scoring/results.ts';
import { scaleNumber } from '$lib/thai/numbers.ts';
import { compareThai } from '$lib/thai/words.ts';
import { hasNothing } from './rank-lines.ts';

export interface CombinedLine {
	readonly district: string;
	readonly name: string;
	/** equal totals share the place: 1, 2, 2, 4 */
	readonly place: number;
	/** of what is scored, in percent */
	readonly percent: number;
	readonly nothing: boolean;
	readonly open: number;
	/** `percent` is null where nothing of the section was reported */
	readonly sections: readonly { readonly section: string; readonly share: number; readonly percent: number | null }[];
}

/** A fraction; `of` is never 0. */
interface Fraction {
	readonly part: bigint;
	readonly of: bigint;
}
const nothing: Fraction = { part: 0n, of: 1n };
const add = (a: Fraction, b: Fraction): Fraction => ({ part: a.part * b.of + b.part * a.of, of: a.of * b.of });
const compare = (a: Fraction, b: Fraction) =>
	Number(a.part * b.of - b.part * a.of > 0n) - Number(a.part * b.of < b.part * a.of);

/** Null while the office has set no shares for this letter's sections. */
export function combineSections(view: RoundView): readonly CombinedLine[] | null {
	const { shares } = view.office;
	const sections = view.agreement.sections.filter((s) => (shares?.[s.section] ?? 0) > 0);
	if (!shares || sections.length === 0) return null;
	const scores = Map.groupBy(view.answer.scores, (score) => score.district);
	const totals = Map.groupBy(view.answer.sections, (section) => section.district);
	const lines = view.province.districts.map((district) => {
		const mine = scores.get(district.code) ?? [];
		const sum = sections
			.map(({ section }) =>
				weigh(
					mine.filter((s) => s.section === section),
					totals.get(district.code)?.find((t) => t.section === section)?.weight ?? 0,
					shares[section] ?? 0
				)
			)
			.reduce(add, nothing);
		const counted = mine.filter((s) => sections.some((section) => section.section === s.section));
		return {
			district: district.code,
			name: district.name,
			sum,
			percent: Number((sum.part * 10n ** 12n) / sum.of) / 1e12,
			nothing: hasNothing(counted),
			open: counted.filter((s) => s.status !== 'scored' && s.status !== 'not_applicable').length,
			sections: sections.map(({ section }) => ({
				section,
				share: shares[section] ?? 0,
				percent: hasNothing(mine.filter((s) => s.section === section))
					? null
					: (totals.get(district.code)?.find((t) => t.section === section)?.percent ?? null)
			}))
		};
	});
	return lines
		.map(({ sum, ...line }) => ({ ...line, place: 1 + lines.filter((other) => compare(other.sum, sum) > 0).length }))
		.sort((a, b) => a.place - b.place || compareThai(a.name, b.name));
}

/** share × Σ weight × points ÷ max_points ÷ weight that applies */
function weigh(scores: readonly IndicatorScore[], applies: number, share: number): Fraction {
	if (applies <= 0) return nothing;
	const earned = scores
		.map(({ weight, points, max_points: most }): Fraction =>
			weight === null || points === null || !most
				? nothing
				: { part: scaleNumber(weight) * scaleNumber(points), of: scaleNumber(most) }
		)
		.reduce(add, nothing);
	return { part: earned.part * scaleNumber(share), of: earned.of * scaleNumber(applies) * 1_000_000n };
}
