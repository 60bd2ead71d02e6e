// Where the districts of a province stand on the ladder of one indicator: on the line of the figure it judges where it judges
// one, else counted by outcome. Who stands just under a bound is known by name, because that is where a little work counts.
import type { Indicator } from '../agreement/schema.ts';
import type { RoundView } from '../ranking/round.ts';
import type { IndicatorScore, Outcome } from '../scoring/results.ts';
import { drawLevelSpread, type LevelSpread, type OpenStatus } from './level-spread.ts';
import { drawNumberLine, type NumberLine } from './number-line.ts';
import { toneOf, type Tone } from './tones.ts';

/** One district on the line; `x` in percent of it. */
export interface SpreadDot {
	readonly district: string;
	readonly name: string;
	readonly x: number;
	readonly value: number;
	readonly tone: Tone;
	/** why it has no outcome although its figure is known; null where it has one */
	readonly open: OpenStatus | null;
	/** what is missing to the next better bound */
	readonly gap: { readonly missing: number; readonly outcome: Outcome } | null;
	/** it is little: at most a fifth of the band it stands in */
	readonly near: boolean;
	/** the figure alone would give another outcome: something else was asked too */
	readonly held: boolean;
}
export type IndicatorSpread =
	| { readonly kind: 'line'; readonly line: NumberLine; readonly dots: readonly SpreadDot[] }
	| { readonly kind: 'counts'; readonly spread: LevelSpread };

export function spreadIndicator(view: RoundView, section: string, indicator: Indicator): IndicatorSpread {
	const scores = view.answer.scores.filter(
		(one) => one.section === section && one.indicator === indicator.indicator && one.status !== 'not_applicable'
	);
	const lined = scores.filter((one) => one.value !== null);
	const line = drawNumberLine(indicator, lined[0]?.value ?? 0, []);
	if (line === null || lined.length === 0) return { kind: 'counts', spread: drawLevelSpread(scores, indicator) };
	const names = new Map(view.province.districts.map(({ code, name }) => [code, name]));
	const dots = lined.map((score) => placeDot(indicator, score, names.get(score.district) ?? score.district));
	return { kind: 'line', line, dots: dots.toSorted((a, b) => a.x - b.x || (a.district < b.district ? -1 : 1)) };
}

/** A fifth of a band. */
const nearShare = 0.2;

function placeDot(indicator: Indicator, score: IndicatorScore, name: string): SpreadDot {
	const value = score.value ?? 0;
	const line = drawNumberLine(indicator, value, []);
	const x = line?.own.x ?? 0;
	const band = line?.bands.findLast((one) => one.x <= x + 1e-9);
	const open = score.status === 'scored' || score.status === 'not_applicable' ? null : score.status;
	const gap = open !== null || line?.gap == null ? null : { missing: line.gap.missing, outcome: line.gap.outcome };
	return {
		district: score.district,
		name,
		x,
		value,
		tone: score.outcome === null ? 0 : toneOf(score.outcome, indicator),
		open,
		gap,
		near: gap !== null && band !== undefined && line?.gap != null && line.gap.width <= nearShare * band.width,
		held: open === null && band !== undefined && band.outcome !== '' && band.outcome !== score.outcome
	};
}
