// Why a district got what it got, in words it can check by hand: the numbers in, the formula, the condition met and the next
// one failed, the clause, the readings, and for what is open who has to do what. It words what scoring decided, and decides nothing.
import type { Agreement, Condition, Indicator, Ladder, Outcome, Rung } from '../agreement/schema.ts';
import { listConditions, listReadings } from '../agreement/names.ts';
import { sayCondition, sayName, sayOutcome } from '../agreement/say.ts';
import type { Entry } from '../submission/entry.ts';
import { formatNumber } from '../thai/numbers.ts';
import { joinThai } from '../thai/words.ts';
import { compileAgreement, type Unit } from './compile.ts';
import { allRows, type Need } from './conditions.ts';
import { listArithmetic, type ArithmeticLine } from './explain-arithmetic.ts';
import { nameWithFigure, sayFailed, sayHeld, type Facts } from './explain-words.ts';
import { findNextRung, type NextRung } from './explain-next.ts';
import type { IndicatorScore, PartDetail, ScoreAnswer, ScoreDetail } from './results.ts';

export type Truth = 'met' | 'unmet' | 'open' | 'unclear';

export interface ExplainedCondition {
	readonly text: string;
	readonly state: Truth;
}
export interface ExplainedRung {
	readonly outcome: string;
	/** the clause, verbatim */
	readonly text: string;
	readonly evidence: string | null;
	/** of its own conditions; in a cumulative ladder the lower rungs are asked as well */
	readonly state: Truth;
	/** the rung the district stands on */
	readonly reached: boolean;
	readonly conditions: readonly ExplainedCondition[];
}
export interface ExplainedPart {
	readonly title: string;
	/** ระดับ 3 ได้ 75 คะแนน, or why it is open */
	readonly result: string;
	readonly rungs: readonly ExplainedRung[];
}
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
	const score = view.answer.scores.find(
		(s) => s.district === district && s.section === section && s.indicator === indicatorNumber
	);
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
		todo: sayTodo(score, name, indicator, allRungs, readings),
		next: findNextRung(score, indicator, rungs, facts, view.answer.sections)
	};
}

/** The entries in force for a district: its own, and the province's where it has none. */
function entriesFor<E extends Entry>(
	view: Explained<E>,
	district: string,
	section: string,
	indicator: string
): readonly E[] {
	const here = view.entries.filter((e) => e.section === section && e.indicator === indicator);
	const own = here.filter((e) => e.district === district);
	return [
		...own,
		...here.filter((e) => e.district === view.agreement.province && !own.some((o) => o.input === e.input))
	];
}

interface WorkedRung extends ExplainedRung {
	readonly source: Rung;
	readonly truths: readonly { readonly condition: Condition; readonly truth: Truth }[];
}

function explainRungs(
	indicator: Indicator,
	ladder: Ladder | undefined,
	unit: Unit,
	detail: Pick<ScoreDetail, 'met' | 'seen'>,
	outcome: Outcome | null
): readonly WorkedRung[] {
	const { conditions } = unit;
	if (!conditions || !ladder) return [];
	const may = detail.met | (unit.bits & ~detail.seen);
	return ladder.rungs.map((rung) => {
		const truths = listConditions(rung)
			.flatMap((condition) => ('all' in condition ? condition.all : [condition]))
			.map((condition) => ({ condition, truth: truthOf(conditions.rows(condition), detail.met, may) }));
		const own = allRows(listConditions(rung).map((condition) => conditions.rows(condition)));
		return {
			outcome: 'outcome' in rung ? sayOutcome(rung.outcome) : 'ข้อตกลงไม่ได้บอก',
			text: rung.text,
			evidence: 'evidence' in rung ? (rung.evidence ?? null) : null,
			state: truthOf(own, detail.met, may),
			reached: 'outcome' in rung && outcome === rung.outcome,
			conditions: truths.map(({ condition, truth }) => ({ text: sayCondition(condition, indicator), state: truth })),
			source: rung,
			truths
		};
	});
}

/** A part stands on its own ladder, judged like any other. */
function explainPart(indicator: Indicator, detail: PartDetail, units: readonly Unit[], section: string) {
	const part = indicator.parts?.find((one) => one.part === detail.part);
	const unit = units.find(
		(u) =>
			u.section === section && u.indicator === indicator.indicator && u.part === detail.part && u.alternative === null
	);
	const worked = unit ? explainRungs(indicator, part?.ladder, unit, detail, detail.outcome) : [];
	const result = detail.points === null ? (PART_OPEN[detail.status] ?? '') : `ได้ ${formatNumber(detail.points)} คะแนน`;
	return { title: part?.title ?? detail.part, result, worked };
}
const PART_OPEN: Readonly<Record<string, string>> = {
	not_reported: 'ยังไม่ได้รับ',
	invalid: 'ค่าที่ส่งมาใช้ไม่ได้',
	undecided: 'รอคำวินิจฉัย'
};

function truthOf(rows: readonly Need[], met: bigint, may: bigint): Truth {
	if (rows.some((row) => (row.sure & ~met) === 0n)) return 'met';
	const possible = rows.filter((row) => (row.possible & ~may) === 0n);
	if (possible.length === 0) return 'unmet';
	return possible.some((row) => (row.possible & ~met) === 0n) ? 'unclear' : 'open';
}

function sayHeadline(
	score: IndicatorScore,
	indicator: Indicator,
	rungs: readonly WorkedRung[],
	all: readonly WorkedRung[],
	facts: Facts
): string {
	if (score.status === 'not_applicable') return 'ตัวชี้วัดนี้ไม่ใช้กับอำเภอนี้ จึงไม่อยู่ในตัวหาร';
	if (score.status === 'not_reported') return `ยังไม่ได้รับ${sayOpen(all, indicator)}`;
	if (score.status === 'invalid') return `ค่าที่ส่งมาใช้ไม่ได้${sayOpen(all, indicator)}`;
	if (score.status === 'undecided') return sayUndecided(score, all, facts);
	const outcome = score.outcome ?? 0;
	const at = rungs.findIndex((rung) => rung.reached);
	const next = rungs.slice(at + 1).find((rung) => 'outcome' in rung.source && rung.state !== 'met');
	const held = at < 0 ? '' : joinThai((rungs[at]?.truths ?? []).map(({ condition }) => sayHeld(condition, facts)));
	const failed = next?.truths.find(({ truth }) => truth === 'unmet');
	const missing = failed ? sayFailed(failed.condition, facts) : '';
	if (at < 0) return missing === '' ? `ได้${sayOutcome(outcome)}` : `ได้${sayOutcome(outcome)} เพราะ${missing}`;
	return `ได้${sayOutcome(outcome)} เพราะ${held}${missing === '' ? '' : ` แต่${missing}`}${sayDeduction(score, indicator)}`;
}

function sayDeduction(score: IndicatorScore, indicator: Indicator): string {
	const own = indicator.ladder?.rungs.find((rung) => 'outcome' in rung && rung.outcome === score.outcome);
	const points = own && 'points' in own && own.points !== undefined ? own.points : Number(score.outcome);
	if (score.points === null || Number.isNaN(points) || points === score.points) return '';
	return ` ปรับคะแนนจาก ${points} เหลือ ${score.points}`;
}

/** Names of what the open conditions wait for. */
function sayOpen(rungs: readonly WorkedRung[], indicator: Indicator): string {
	const names = rungs.flatMap((rung) =>
		rung.truths.filter(({ truth }) => truth === 'open').flatMap(({ condition }) => namesOf(condition))
	);
	const waiting = [...new Set(names)].map((name) => sayName(name, indicator));
	if (waiting.length === 0) return '';
	const shown = waiting.slice(0, 3);
	const rest = waiting.length - shown.length;
	return `: ${joinThai(rest > 0 ? [...shown, `อีก ${rest} รายการ`] : shown)}`;
}

function namesOf(condition: Condition): readonly string[] {
	if ('yes' in condition) return [condition.yes];
	if ('no' in condition) return [condition.no];
	if ('done' in condition) return [condition.done];
	if ('date' in condition) return [condition.date];
	if ('value' in condition) return [condition.value];
	if ('all' in condition) return condition.all.flatMap(namesOf);
	if ('any' in condition) return condition.any.flatMap(namesOf);
	if ('of' in condition) return condition.of.flatMap(namesOf);
	if ('either' in condition) return condition.either.flatMap(namesOf);
	if ('if' in condition) return [condition.if, condition.then].flatMap(namesOf);
	return [];
}

const REASONS: Readonly<Record<string, string>> = {
	gap: 'ข้อตกลงไม่ได้บอกว่าผลนี้อยู่ระดับใด',
	overlap: 'ผลนี้เข้าเกณฑ์มากกว่าหนึ่งระดับพร้อมกัน',
	zero_denominator: 'ตัวหารเป็นศูนย์ และข้อตกลงไม่ได้บอกว่าให้ทำอย่างไร',
	rule_missing: 'เกณฑ์ส่วนที่ต้องใช้หายไปจากเอกสาร',
	conflict: 'ข้อตกลงขัดกันเอง',
	tie: 'ได้ลำดับเท่ากันคร่อมเส้นแบ่งระดับ'
};

function sayUndecided(score: IndicatorScore, rungs: readonly WorkedRung[], facts: Facts): string {
	const unclear = rungs.flatMap((rung) => rung.truths.filter(({ truth }) => truth === 'unclear'));
	const values = unclear.flatMap(({ condition }) =>
		'value' in condition ? [nameWithFigure(condition.value, facts)] : []
	);
	const about = values.length === 0 ? '' : ` (${joinThai([...new Set(values)])})`;
	const recommended = score.recommended ? ` เสนอ${sayOutcome(score.recommended.outcome)}` : '';
	return `${REASONS[score.reason ?? 'gap'] ?? ''}${about} รอคำวินิจฉัย${recommended}`;
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

function sayTodo(
	score: IndicatorScore,
	district: string,
	indicator: Indicator,
	rungs: readonly WorkedRung[],
	readings: readonly ExplainedReading[]
): string | null {
	const group = indicator.work_group === null ? '' : ` ให้กลุ่มงาน${indicator.work_group}ตรวจ`;
	if (score.status === 'not_reported')
		return `อำเภอ${district}ส่ง${sayOpen(rungs, indicator).replace(/^: /, '')}${group}`;
	if (score.status === 'invalid')
		return `อำเภอ${district}แก้${sayOpen(rungs, indicator).replace(/^: /, '')} แล้วส่งใหม่${group}`;
	if (score.status !== 'undecided') return null;
	const reading = readings.find((r) => r.role === 'recommended');
	return `คณะกรรมการประเมินวินิจฉัย${reading ? `ตามการตีความ ${reading.id}` : 'ข้อนี้'} แล้วบันทึกเหตุผล`;
}
