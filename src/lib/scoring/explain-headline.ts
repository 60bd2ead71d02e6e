// The one sentence that says what a district got and why, and the one that says who has to do what about what is open.
import { exceptionOf } from '../agreement/applies.ts';
import { leavesOf } from '../agreement/leaves.ts';
import { sayName, sayOutcome } from '../agreement/say.ts';
import type { Condition, Indicator } from '../agreement/schema.ts';
import { joinThai } from '../thai/words.ts';
import { nameWithFigure, sayFailed, sayHeld, type Facts } from './explain-words.ts';
import type { WorkedRung } from './explain-rungs.ts';
import type { IndicatorScore } from './results.ts';

export function sayHeadline(
	score: IndicatorScore,
	indicator: Indicator,
	rungs: readonly WorkedRung[],
	all: readonly WorkedRung[],
	facts: Facts
): string {
	if (score.status === 'not_applicable') {
		const why = exceptionOf(indicator, score.district);
		return why === null ? 'ตัวชี้วัดนี้ไม่ใช้กับอำเภอนี้ จึงไม่อยู่ในตัวหาร' : `ตัวชี้วัดนี้ยกเว้นให้อำเภอนี้ จึงไม่อยู่ในตัวหาร เหตุผล: ${why}`;
	}
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
	const but = missing === '' ? '' : ` แต่${missing.startsWith('“') ? ' ' : ''}${missing}`;
	return `ได้${sayOutcome(outcome)} เพราะ${held}${but}${sayDeduction(score, indicator)}`;
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

const namesOf = (condition: Condition): readonly string[] => leavesOf(condition).flatMap(nameOf);

function nameOf(leaf: Condition): readonly string[] {
	if ('yes' in leaf) return [leaf.yes];
	if ('no' in leaf) return [leaf.no];
	if ('done' in leaf) return [leaf.done];
	if ('date' in leaf) return [leaf.date];
	return 'value' in leaf ? [leaf.value] : [];
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
	// the state of affairs that the letter has no outcome for
	const silent = rungs.findLast(({ source, state }) => 'undecided' in source && state === 'met');
	const about = silent ? [`«${silent.text}»`] : [...new Set(values)];
	const recommended = score.recommended ? ` เสนอ${sayOutcome(score.recommended.outcome)}` : '';
	const said = about.length === 0 ? '' : ` (${joinThai(about)})`;
	return `${REASONS[score.reason ?? 'gap'] ?? ''}${said} รอคำวินิจฉัย${recommended}`;
}

/** `waitsFor`: the reading that would decide it, where the letter has one. */
export function sayTodo(
	score: IndicatorScore,
	district: string,
	indicator: Indicator,
	rungs: readonly WorkedRung[],
	waitsFor: string | null
): string | null {
	const group = indicator.work_group === null ? '' : ` จากนั้นให้กลุ่มงาน${indicator.work_group}ตรวจ`;
	const names = sayOpen(rungs, indicator);
	if (score.status === 'not_reported') return `อำเภอ${district}ส่งข้อมูล${names === '' ? 'ของข้อนี้' : names}${group}`;
	if (score.status === 'invalid') return `อำเภอ${district}แก้ข้อมูลแล้วส่งใหม่${names}${group}`;
	if (score.status !== 'undecided') return null;
	return `คณะกรรมการประเมินวินิจฉัย${waitsFor === null ? 'ข้อนี้' : `ตามการตีความ ${waitsFor}`} แล้วบันทึกเหตุผล`;
}
