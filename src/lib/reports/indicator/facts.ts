// What the parts of an indicator's report have in common, worked out once from the round.
import { exceptionOf } from '../../agreement/applies.ts';
import { listReadings } from '../../agreement/names.ts';
import type { Indicator, Reading, Section } from '../../agreement/schema.ts';
import { spreadIndicator, type IndicatorSpread, type SpreadDot } from '../../charts/indicator-spread.ts';
import { middleValue } from '../../charts/middle.ts';
import { listLate } from '../../ranking/late.ts';
import type { EntryInForce, Received, RoundView } from '../../ranking/round.ts';
import { explainScore, type Explanation } from '../../scoring/explain.ts';
import type { IndicatorScore, Status } from '../../scoring/results.ts';
import { nameSection } from '../rank-lines.ts';

/** One district on the indicator. */
export interface IndicatorLine {
	readonly name: string;
	readonly score: IndicatorScore;
	readonly explanation: Explanation<EntryInForce>;
	/** a value in force came after the closing time */
	readonly late: boolean;
}
/** A district little short of the next bound. */
export interface NearLine {
	readonly dot: SpreadDot;
	readonly line: IndicatorLine;
}
export interface IndicatorFacts {
	readonly section: Section;
	readonly sectionTitle: string;
	readonly indicator: Indicator;
	/** districts it applies to: the best first, then what is open */
	readonly lines: readonly IndicatorLine[];
	/** names of districts it does not apply to */
	readonly elsewhere: readonly string[];
	readonly spread: IndicatorSpread;
	/** of the figures judged; null of none */
	readonly middle: number | null;
	/** the least missing first */
	readonly near: readonly NearLine[];
	readonly readings: readonly { readonly id: string; readonly reading: Reading }[];
	/** files the values came in */
	readonly received: readonly Received[];
}

const order: readonly Status[] = ['scored', 'undecided', 'invalid', 'not_reported', 'not_applicable'];

/** @throws where the letter has no such indicator */
export function gatherIndicator(view: RoundView, sectionName: string, number: string): IndicatorFacts {
	const section = view.agreement.sections.find((one) => one.section === sectionName);
	const indicator = section?.indicators.find((one) => one.indicator === number);
	if (section === undefined || indicator === undefined) throw new Error(`no indicator ${sectionName}/${number}`);
	const spread = spreadIndicator(view, sectionName, indicator);
	const dots = new Map(spread.kind === 'line' ? spread.dots.map((dot) => [dot.district, dot]) : []);
	const ofIndicator = (one: EntryInForce | IndicatorScore) => one.section === sectionName && one.indicator === number;
	const entries = view.entries.filter(ofIndicator);
	const lateOnes = new Set(listLate(view).flatMap((one) => (ofIndicator(one) ? one.district : [])));
	const scores = new Map(view.answer.scores.flatMap((one) => (ofIndicator(one) ? [[one.district, one] as const] : [])));
	const all = view.province.districts.flatMap(({ code, name }): IndicatorLine[] => {
		const score = scores.get(code);
		if (score === undefined) return [];
		return [{ name, score, late: lateOnes.has(code), explanation: explainScore(view, code, sectionName, number) }];
	});
	const lines = all.filter(({ score }) => score.status !== 'not_applicable');
	const along = ({ score }: IndicatorLine) => dots.get(score.district)?.x ?? 0;
	const used = new Set(entries.map(({ submission }) => submission));
	return {
		section,
		sectionTitle: nameSection(section),
		indicator,
		lines: lines.toSorted(
			(a, b) =>
				order.indexOf(a.score.status) - order.indexOf(b.score.status) ||
				(b.score.points ?? 0) - (a.score.points ?? 0) ||
				along(b) - along(a) ||
				(a.score.district < b.score.district ? -1 : 1)
		),
		elsewhere: all.flatMap(({ name, score }) => {
			if (score.status !== 'not_applicable') return [];
			const why = exceptionOf(indicator, score.district);
			return [why === null ? name : `${name} (${why})`];
		}),
		spread,
		middle: middleValue(lines.flatMap(({ score }) => (score.status === 'scored' ? (score.value ?? []) : []))),
		near: listNear(lines, dots),
		readings: listReadings(indicator).flatMap((id) => {
			const reading = view.agreement.readings[id];
			return reading === undefined ? [] : [{ id, reading }];
		}),
		received: view.received.filter((file) => used.has(file.number)).toSorted((a, b) => a.number - b.number)
	};
}

/** Only where the figure alone is what is missing. */
function listNear(lines: readonly IndicatorLine[], dots: ReadonlyMap<string, SpreadDot>): readonly NearLine[] {
	return lines
		.flatMap((line): NearLine[] => {
			const dot = dots.get(line.score.district);
			return dot === undefined || !dot.near || dot.held ? [] : [{ dot, line }];
		})
		.toSorted((a, b) => (a.dot.gap?.missing ?? 0) - (b.dot.gap?.missing ?? 0));
}
