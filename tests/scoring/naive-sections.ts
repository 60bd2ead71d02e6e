// What districts earn in a section, and where that puts them.
import type { Section } from '../../src/lib/agreement/schema.ts';
import type { SectionScore } from '../../src/lib/scoring/results.ts';
import { add, compare, divide, fraction, fromFigure, times, toNumber, zero, type Fraction } from './naive-fractions.ts';

/** What a score gives to its section: shares of the top points, between 0 and 1. */
export interface Share {
	readonly weight: Fraction;
	readonly scored: Fraction | null;
	readonly lowest: Fraction;
	readonly highest: Fraction;
}
interface Standing {
	readonly district: string;
	readonly decided: Fraction;
	readonly weight: Fraction;
	/** null where nothing applies */
	readonly percents: { readonly now: Fraction; readonly best: Fraction; readonly worst: Fraction } | null;
}

/** Percents and places of the districts in one section; equal percents share the place. */
export function rankSection(
	section: Section,
	districts: readonly { readonly district: string; readonly shares: readonly Share[] }[]
): SectionScore[] {
	const lost = fromFigure(section.lost_weight ?? 0);
	const standings = districts.map(({ district, shares }): Standing => {
		const sum = (worth: (share: Share) => Fraction) => shares.map(worth).reduce(add, zero);
		const weight = add(
			lost,
			sum((share) => share.weight)
		);
		const percent = (weighted: Fraction) => divide(times(fraction(100n), weighted), weight);
		const now = sum((share) => times(share.weight, share.scored ?? zero));
		const best = add(
			lost,
			sum((share) => times(share.weight, share.highest))
		);
		const worst = sum((share) => times(share.weight, share.lowest));
		return {
			district,
			weight,
			decided: sum((share) => (share.scored === null ? zero : share.weight)),
			percents: compare(weight, zero) === 0 ? null : { now: percent(now), best: percent(best), worst: percent(worst) }
		};
	});
	return standings.map(({ district, decided, weight, percents }): SectionScore => {
		const after = (ahead: (other: NonNullable<Standing['percents']>) => boolean) =>
			1 +
			standings.filter((other) => other.district !== district && other.percents !== null && ahead(other.percents))
				.length;
		const common = { district, section: section.section, decided_weight: toNumber(decided), weight: toNumber(weight) };
		if (percents === null) {
			const empty = { percent: null, percent_best: null, percent_worst: null };
			return { ...common, ...empty, place: null, place_best: null, place_worst: null };
		}
		return {
			...common,
			percent: toNumber(percents.now),
			percent_best: toNumber(percents.best),
			percent_worst: toNumber(percents.worst),
			place: after((other) => compare(other.now, percents.now) > 0),
			place_best: after((other) => compare(other.worst, percents.best) > 0),
			place_worst: after((other) => compare(other.best, percents.worst) > 0)
		};
	});
}
