// Why a district got what it got, in words it can check by hand: the numbers in, the formula, the condition met and the next
// one failed, the clause, the readings, and for what is open who has to do what. It words what scoring decided, and decides nothing.
import { listReadings } from '../agreement/names.ts';
import type { Agreement, Indicator } from '../agreement/schema.ts';
import type { Entry } from '../submission/entry.ts';
import { compileAgreement, type Unit } from './compile.ts';
import { listArithmetic, type ArithmeticLine } from './explain-arithmetic.ts';
import { sayHeadline, sayTodo } from './explain-headline.ts';
import { findNextRung, type NextRung } from './explain-next.ts';
import { explainPart, explainRungs, type ExplainedPart, type ExplainedRung } from './explain-rungs.ts';
import type { Facts } from './explain-words.ts';
import type { IndicatorScore, ScoreAnswer, ScoreDetail } from './results.ts';

export interface ExplainedReading {
	readonly id: string;
	readonly words: string;
	readonly taken: string;
	readonly why: string;
	readonly role: 'rests_on' | 'recommended' | 'bears_on';
}
export interface Explanation<E extends Entry = Entry> {
	readonly score: IndicatorScore;
	/** ได้ระดับ 3 เพราะ … แต่ … */
	readonly headline: string;
	readonly arithmetic: readonly ArithmeticLine<E>[];
	readonly rungs: readonly ExplainedRung[];
	/** of an indicator whose points are put together from parts */
	readonly parts: readonly ExplainedPart[];
	readonly readings: readonly ExplainedReading[];
	readonly clause: string | null;
	readonly formula: string | null;
	/** who has to do what, for what is open */
	readonly todo: string | null;
	/** what the next rung would take and give, for what is scored */
	readonly next: NextRung | null;
}

/** What an explanation is made from: a round, as far as it is needed. */
export interface Explained<E extends Entry = Entry> {
	readonly agreement: Agreement;
	readonly province: {
		readonly name: string;
		readonly districts: readonly { readonly code: string; readonly name: string }[];
	};
	readonly answer: Pick<ScoreAnswer, 'scores' | 'sections'>;
	readonly details: ReadonlyMap<string, ScoreDetail>;
	readonly entries: readonly E[];
}

const compiled = new WeakMap<Agreement, readonly Unit[]>();
function unitsOf(view: Explained): readonly Unit[] {
	const units =
		compiled.get(view.agreement) ??
		compileAgreement(
			view.agreement,
			view.province.districts.map((d) => d.code)
		).units;
	compiled.set(view.agreement, units);
	return units;
}

/** Explains one score; throws where the district or the indicator does not exist. */
export function explainScore<E extends Entry>(
	view: Explained<E>,
	district: string,
	section: string,
	indicatorNumber: string
): Explanation<E> {
	const key = `${district}/${section}/${indicatorNumber}`;
	const score = byKey(view.answer.scores).get(key);
	const indicator = view.agreement.sections
		.find((s) => s.section === section)
		?.indicators.find((i) => i.indicator === indicatorNumber);
	if (!score || !indicator) throw new Error(`nothing is scored at ${key}`);
	const unit = unitsOf(view).find(
		(u) => u.section === section && u.indicator === indicatorNumber && u.part === null && u.alternative === null
	);
	const detail = view.details.get(key);
	const entries = entriesFor(view, district, section, indicatorNumber);
	const facts: Facts = { indicator, entries };
	const rungs = detail && unit ? explainRungs(indicator, indicator.ladder, unit, detail, score.outcome) : [];
	const parts = (detail?.parts ?? []).map((one) => explainPart(indicator, one, unitsOf(view), section));
	const allRungs = [...rungs, ...parts.flatMap((one) => one.worked)];
	const readings = explainReadings(view.agreement, indicator, score, detail);
	const name = view.province.districts.find((d) => d.code === district)?.name ?? district;
	return {
		score,
		headline: sayHeadline(score, indicator, rungs, allRungs, facts),
		arithmetic: listArithmetic(indicator, entries),
		rungs: rungs.map(({ source: _, truths: __, ...shown }) => shown),
		parts: parts.map(({ title, result, worked }) => ({
			title,
			result,
			rungs: worked.map(({ source: _, truths: __, ...shown }) => shown)
		})),
		readings,
		clause: indicator.clause ?? null,
		formula: indicator.formula ?? null,
		todo: sayTodo(score, name, indicator, allRungs, readings.find(({ role }) => role === 'recommended')?.id ?? null),
		next: findNextRung(score, indicator, rungs, facts, view.answer)
	};
}

/** What is looked up for each of a thousand explanations, laid out once for all of a view. */
function layOnce<From extends object, Laid>(lay: (from: From) => Laid): (from: From) => Laid {
	const laid = new WeakMap<From, Laid>();
	return (from) => {
		const known = laid.get(from);
		if (known !== undefined) return known;
		const made = lay(from);
		laid.set(from, made);
		return made;
	};
}
const byKey = layOnce((scores: readonly IndicatorScore[]) => new Map(scores.map((score) => [keyOf(score), score])));
/** Where the entries of each district's indicator stand among all. */
const placesOf = layOnce((entries: readonly Entry[]) => Map.groupBy(entries.keys(), (at) => keyOf(entries[at])));
const keyOf = (one: Pick<Entry, 'district' | 'section' | 'indicator'> | undefined): string =>
	one === undefined ? '' : `${one.district}/${one.section}/${one.indicator}`;

/** The entries in force for a district: its own, and the province's where it has none. */
function entriesFor<E extends Entry>(
	view: Explained<E>,
	district: string,
	section: string,
	indicator: string
): readonly E[] {
	const sentBy = (whose: string) =>
		(placesOf(view.entries).get(keyOf({ district: whose, section, indicator })) ?? []).flatMap(
			(at) => view.entries[at] ?? []
		);
	const own = sentBy(district);
	return [...own, ...sentBy(view.agreement.province).filter(({ input }) => !own.some((one) => one.input === input))];
}

function explainReadings(
	agreement: Agreement,
	indicator: Indicator,
	score: IndicatorScore,
	detail: ScoreDetail | undefined
): readonly ExplainedReading[] {
	const restsOn = detail?.rests_on ?? [];
	const waitsFor = [...(detail?.waits_for ?? []), ...(score.recommended?.reading ? [score.recommended.reading] : [])];
	const ids = [...new Set([...waitsFor, ...restsOn, ...listReadings(indicator)])];
	return ids.flatMap((id): readonly ExplainedReading[] => {
		const reading = agreement.readings[id];
		if (!reading) return [];
		const role = waitsFor.includes(id) ? 'recommended' : restsOn.includes(id) ? 'rests_on' : 'bears_on';
		return [{ id, words: reading.words, taken: reading.taken, why: reading.why, role }];
	});
}
