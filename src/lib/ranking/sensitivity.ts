// How far places depend on choices that could have been made otherwise: one indicator left out, one weight somewhat larger or
// smaller, what waits for a ruling decided the other way. It says nothing of luck or error and is no confidence.
import { scaleNumber } from '../thai/numbers.ts';
import { fraction, nought, type Fraction } from '../scoring/fraction.ts';
import { rankShares } from './rank-shares.ts';
import type { RoundView } from './round.ts';
import { listSheets, type Sheet } from './section-sheets.ts';
import { groupVariants, type VariantGroup } from './variants.ts';

export type Scenario =
	/** the indicators of a group do not count; the others keep their proportions */
	| { readonly kind: 'without'; readonly indicators: readonly string[] }
	/** their weight is larger (or smaller, below 0) by so many percent of itself; the others give or take in proportion */
	| { readonly kind: 'weight'; readonly indicators: readonly string[]; readonly percent: number }
	/** what waits for a ruling on this reading comes out at its lowest or highest */
	| { readonly kind: 'ruling'; readonly reading: string; readonly way: 'lowest' | 'highest' };

export interface Move {
	readonly scenario: Scenario;
	readonly place: number;
	readonly percent: Fraction;
}
export interface DistrictSensitivity {
	readonly district: string;
	readonly percent: Fraction;
	readonly place: number;
	/** over all scenarios, the present one among them */
	readonly best: number;
	readonly worst: number;
	/** where its place is another, in the order of the scenarios */
	readonly moves: readonly Move[];
}
/** Two districts next to each other in the ranking. */
export interface Neighbours {
	readonly above: string;
	readonly below: string;
	/** scenarios under which the lower is not below the upper any more */
	readonly reversed: readonly Scenario[];
	/**
	 * Whether their order holds while weights shift and rulings are given: where it does not, the two cannot honestly be told
	 * apart. Leaving an indicator out changes what is measured, so it is shown and does not decide this.
	 */
	readonly apart: boolean;
}
export interface Sensitivity {
	readonly section: string;
	readonly scenarios: readonly Scenario[];
	/** in the order of places, then codes; districts with a result */
	readonly districts: readonly DistrictSensitivity[];
	/** pairs of different places that follow each other */
	readonly neighbours: readonly Neighbours[];
}

/** `shift`: percent of itself that each weight is made larger and smaller by. */
export function measureSensitivity(view: RoundView, section: string, shift = 10): Sensitivity {
	const sheets = listSheets(view, section).filter(({ scored }) => scored);
	const scenarios = listScenarios(view, section, sheets, shift);
	const now = rankShares(sheets.map((sheet) => shareOf(sheet, null)));
	const under = scenarios.map((scenario) => ({
		scenario,
		ranked: rankShares(sheets.map((sheet) => shareOf(sheet, scenario)))
	}));
	const districts = sheets.map(({ district }, at): DistrictSensitivity => {
		const place = now[at]?.place ?? 0;
		const moves = under.flatMap(({ scenario, ranked }): readonly Move[] => {
			const other = ranked[at];
			return other === undefined || other.place === place
				? []
				: [{ scenario, place: other.place, percent: inLeast(other.share) }];
		});
		const places = [place, ...moves.map((move) => move.place)];
		return {
			district,
			percent: inLeast(now[at]?.share ?? nought),
			place,
			best: Math.min(...places),
			worst: Math.max(...places),
			moves
		};
	});
	const order = districts
		.map((one, at) => ({ one, at }))
		.toSorted((a, b) => a.one.place - b.one.place || (a.one.district < b.one.district ? -1 : 1));
	return {
		section,
		scenarios,
		districts: order.map(({ one: own }) => own),
		neighbours: order.slice(1).flatMap(({ one: below, at }, nth): readonly Neighbours[] => {
			const above = order[nth];
			if (above === undefined || above.one.place === below.place) return [];
			const reversed = under.flatMap(({ scenario, ranked }) =>
				(ranked[at]?.place ?? 0) <= (ranked[above.at]?.place ?? 0) ? [scenario] : []
			);
			const apart = reversed.every(({ kind }) => kind === 'without');
			return [{ above: above.one.district, below: below.district, reversed, apart }];
		})
	};
}

const inLeast = ({ over, under }: Fraction): Fraction => fraction(over, under);

function listScenarios(view: RoundView, section: string, sheets: readonly Sheet[], shift: number): readonly Scenario[] {
	const counted = new Set(sheets.flatMap(({ parts }) => parts.map(({ indicator }) => indicator)));
	const known = view.agreement.sections.find((one) => one.section === section)?.indicators ?? [];
	const groups = groupVariants(known).filter((group: VariantGroup) => group.some((number) => counted.has(number)));
	const readings = [
		...new Set(
			sheets.flatMap(({ parts }) =>
				parts.flatMap(({ score }) => (score.status === 'undecided' && score.reading !== null ? [score.reading] : []))
			)
		)
	].toSorted();
	return [
		...(groups.length > 1 ? groups.map((indicators): Scenario => ({ kind: 'without', indicators })) : []),
		...(groups.length > 1
			? groups.flatMap((indicators): Scenario[] => [
					{ kind: 'weight', indicators, percent: shift },
					{ kind: 'weight', indicators, percent: -shift }
				])
			: []),
		...readings.flatMap((reading): Scenario[] => [
			{ kind: 'ruling', reading, way: 'lowest' },
			{ kind: 'ruling', reading, way: 'highest' }
		])
	];
}

const hundred = scaleNumber(100);

/** Percent of the section under a scenario, not in lowest terms; null is how things are. */
function shareOf({ parts, whole, unit }: Sheet, scenario: Scenario | null): Fraction {
	const percent = (got: bigint, of: bigint): Fraction => (of === 0n ? nought : { over: 100n * got, under: of * unit });
	let got = 0n;
	if (scenario === null || scenario.kind === 'ruling') {
		for (const part of parts) {
			const ruled = part.score.status === 'undecided' && part.score.reading === scenario?.reading;
			got += ruled && scenario !== null ? part[scenario.way] : part.worth;
		}
		return percent(got, whole);
	}
	let weight = 0n;
	let others = 0n;
	for (const part of parts) {
		if (scenario.indicators.includes(part.indicator)) {
			weight += part.weight;
			got += part.worth;
		} else others += part.worth;
	}
	const rest = whole - weight;
	if (scenario.kind === 'without') return percent(others, rest);
	// What one gains the others give, lost weight with them; where they have not so much to give, nothing can be shifted.
	const larger = hundred + scaleNumber(scenario.percent);
	if (weight === 0n || rest === 0n || larger * weight > hundred * whole) return percent(got + others, whole);
	const shifted = larger * got * rest + (hundred * whole - larger * weight) * others;
	return { over: 100n * shifted, under: hundred * rest * whole * unit };
}
