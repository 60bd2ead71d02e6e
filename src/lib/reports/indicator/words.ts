// Every sentence of an indicator's report, written from data by rules. Digits are Arabic here; the paper chooses them at the end.
import { sayName, sayOutcome } from '../../agreement/say.ts';
import type { Indicator, Reading } from '../../agreement/schema.ts';
import { showValue } from '../../charts/show-value.ts';
import type { EntryInForce, RoundView } from '../../ranking/round.ts';
import type { Status } from '../../scoring/results.ts';
import { formatNumber } from '../../thai/numbers.ts';
import { joinThai } from '../../thai/words.ts';
import { formatDate } from '../../thai/write-date.ts';
import { nameIndicator } from '../district/pieces.ts';
import { nameGroup, statusWords } from '../district/words.ts';
import type { IndicatorFacts, IndicatorLine } from './facts.ts';
import { shortenReason } from '../short-reason.ts';

export const title = (view: RoundView, { sectionTitle, indicator }: IndicatorFacts): string =>
	`ผลตัวชี้วัด ${sectionTitle} ${nameIndicator(indicator)} ${view.agreement.round}`;

/** รายทีม น้ำหนัก 30 กลุ่มงานประสาน */
export function about({ section, sectionTitle, indicator }: IndicatorFacts): string {
	const without = section.lost_weight === undefined ? 'ไม่มีน้ำหนัก' : 'น้ำหนักสูญหายไปจากเอกสาร';
	const weight = indicator.weight === null ? without : `น้ำหนัก ${formatNumber(indicator.weight)}`;
	const group = indicator.work_group === null ? '' : ` ${nameGroup(indicator.work_group).trim()}`;
	return `${sectionTitle} ${weight}${group}`;
}

/** More names than this on one figure are counted. */
const mostNames = 4;
const nameOrCount = (names: readonly string[]) =>
	names.length > mostNames ? `${names.length} อำเภอ` : joinThai(names);

export function findings(facts: IndicatorFacts): readonly string[] {
	const { lines } = facts;
	if (lines.length === 0) return ['ตัวชี้วัดนี้ไม่ใช้กับอำเภอใดในจังหวัด'];
	const scored = lines.filter(({ score }) => score.status === 'scored');
	const counted =
		scored.length === lines.length
			? `คิดคะแนนครบทั้ง ${lines.length} อำเภอที่ใช้ตัวชี้วัดนี้`
			: `คิดคะแนนแล้ว ${scored.length} จาก ${lines.length} อำเภอที่ใช้ตัวชี้วัดนี้`;
	const late = lines.filter((line) => line.late).map(({ name }) => name);
	return [
		counted,
		...sayOutcomes(scored),
		...sayFigures(facts, scored),
		...sayNear(facts),
		...(late.length === 0 ? [] : [sayLate(late)])
	];
}

const sayLate = (names: readonly string[]): string =>
	names.length > mostNames
		? `ส่งหลังวันปิดรับ ${names.length} อำเภอ ตามเครื่องหมายนาฬิกาในตาราง`
		: `ส่งหลังวันปิดรับ ${names.length} อำเภอ คือ ${joinThai(names)}`;

/** ระดับ 5 มี 3 และ ระดับ 4 มี 9 อำเภอ: the highest first as the lines stand. */
function sayOutcomes(scored: readonly IndicatorLine[]): readonly string[] {
	const outcomes = [...new Set(scored.flatMap(({ score }) => score.outcome ?? []))];
	if (outcomes.length === 0) return [];
	if (outcomes.length === 1 && scored.length > 1) return [`ได้${sayOutcome(outcomes[0] ?? 0)}ทุกอำเภอที่คิดคะแนนแล้ว`];
	const counts = outcomes.map((outcome) => {
		const names = scored.filter(({ score }) => score.outcome === outcome);
		return `${sayOutcome(outcome)} มี ${names.length}`;
	});
	return [`${joinThai(counts)} อำเภอ`];
}

function sayFigures({ indicator, middle }: IndicatorFacts, scored: readonly IndicatorLine[]): readonly string[] {
	const values = scored.flatMap(({ name, score }) => (score.value === null ? [] : [{ name, value: score.value }]));
	if (indicator.judged === undefined || middle === null || values.length < 2) return [];
	const [least, most] = [Math.min(...values.map(({ value }) => value)), Math.max(...values.map(({ value }) => value))];
	if (least === most) return [`ค่าที่วัดเท่ากันทุกอำเภอ คือ ${showValue(most)}`];
	const at = (edge: number) => nameOrCount(values.filter(({ value }) => value === edge).map(({ name }) => name));
	return [
		`ค่าที่วัดมีค่ากลาง (มัธยฐาน) ${showValue(middle)} น้อยที่สุด ${showValue(least)} (${at(least)}) มากที่สุด ${showValue(most)} (${at(most)})`
	];
}

const sayNear = ({ near }: IndicatorFacts): readonly string[] =>
	near.length === 0
		? []
		: [`ขาดอีกไม่มากจะถึงระดับถัดไป ${near.length} อำเภอ คือ ${joinThai(near.map(({ line }) => line.name))}`];

/** What is little: said once where it is used. */
export const nearNote = 'ขาดไม่เกินหนึ่งในห้าของช่วงระหว่างเกณฑ์สองระดับ';

/** Who has to do what, an act after the other. */
export function duties(view: RoundView, facts: IndicatorFacts): readonly { title: string; text: string }[] {
	const group = facts.indicator.work_group;
	const checks = group === null ? '' : ` ${nameGroup(group).trimEnd()}${group.endsWith('.') ? ' ' : ''}ติดตามและตรวจ`;
	const due = view.agreement.submit_by;
	const by = due === undefined ? '' : ` ปิดรับผลของรอบนี้ ${formatDate(due)}`;
	const of = (status: Status) => facts.lines.filter(({ score }) => score.status === status);
	const [missing, invalid, undecided] = [of('not_reported'), of('invalid'), of('undecided')];
	const names = (lines: readonly IndicatorLine[]) => joinThai(lines.map(({ name }) => name));
	return [
		...(missing.length === 0
			? []
			: [{ title: `ยังไม่ส่ง ${missing.length} อำเภอ`, text: `${names(missing)}${checks}${by}` }]),
		...(invalid.length === 0
			? []
			: [{ title: `ค่าใช้ไม่ได้ ${invalid.length} อำเภอ`, text: `${names(invalid)} แก้แล้วส่งใหม่${checks}` }]),
		...(undecided.length === 0
			? []
			: [
					{
						title: `รอคำวินิจฉัยของคณะกรรมการประเมิน ${undecided.length} อำเภอ`,
						text: joinThai(undecided.map(sayProposal))
					}
				])
	];
}

function sayProposal({ name, score }: IndicatorLine): string {
	const { recommended } = score;
	if (recommended === null) return name;
	const reading = recommended.reading === null ? '' : `${recommended.reading} `;
	return `${name} (${reading}เสนอ${sayOutcome(recommended.outcome)})`;
}
export const nothingDue = 'ไม่มีอำเภอใดค้าง';

export const sayResult = ({ score }: IndicatorLine): string =>
	score.status === 'scored' && score.outcome !== null
		? sayOutcome(score.outcome)
		: score.status === 'scored' || score.status === 'not_applicable'
			? '—'
			: statusWords[score.status];

/** What went in: the working of the figure, the points of the parts, or how much of what is asked was received. */
export function sayInputs({ score, explanation }: IndicatorLine, { inputs }: Indicator): string {
	const { arithmetic, parts } = explanation;
	const worked = arithmetic.filter(({ entry }) => entry === null);
	if (worked.length > 0) return worked.map(({ text }) => text).join(' · ');
	if (parts.length > 0 && score.status === 'scored') return `ส่วนประกอบ ${joinThai(parts.map(({ result }) => result))}`;
	const asked = Object.keys(inputs).length;
	if (score.status === 'scored' || arithmetic.length === 0 || asked < 2) return '';
	return `รับแล้ว ${arithmetic.length} จาก ${asked} รายการ`;
}

/** The reason without naming the figure that the whole report is about. */
export function sayReason({ explanation }: IndicatorLine, { judged, ...indicator }: Indicator): string {
	const reason = shortenReason(explanation);
	if (judged === undefined) return reason;
	const label = sayName(judged, indicator);
	if (!reason.startsWith(`${label} `)) return reason;
	const rest = reason.slice(label.length + 1).replace(` แต่${label} `, ' แต่ ');
	const worked = explanation.arithmetic.some((line) => line.entry === null && line.label === label);
	return worked ? rest.replace(/(^| แต่) ?[−\d][\d,.]*…? /gu, '$1') : rest;
}

/** Most places that a row names; the rest is counted. */
const mostPlaces = 2;

/** 15 C8, D8: the number of the receipt, and where in its file. */
export function saySources({ explanation }: IndicatorLine): string {
	const entries = explanation.arithmetic.flatMap(({ entry }) => (entry === null ? [] : [entry]));
	const numbers = [...new Set(entries.map(({ submission }) => submission))].toSorted((a, b) => a - b);
	return numbers
		.map((number) => {
			const places = [...new Set(entries.filter((one) => one.submission === number).flatMap(sayWhere))];
			const rest = places.length - mostPlaces;
			const shown = places.slice(0, mostPlaces).join(', ');
			return `${number}${shown === '' ? '' : ` ${shown}`}${rest > 0 ? ` และอีก ${rest}` : ''}`;
		})
		.join(' · ');
}

/** A cell, a line of a text, or the record of a JSON file. */
function sayWhere({ at }: EntryInForce): readonly string[] {
	if (at.cell !== undefined) {
		const record = /^\[(\d+)\]/.exec(at.cell)?.[1];
		return [record === undefined ? at.cell : `รายการที่ ${Number(record) + 1}`];
	}
	return at.line === undefined ? [] : [`บรรทัด ${at.line}`];
}

/** How a reading stands: what was ruled on says so in its reason. */
export const sayStanding = ({ kind, why }: Reading): string =>
	why.startsWith('มีคำวินิจฉัย') ? 'วินิจฉัยแล้ว' : { choice: 'ใช้อยู่', filler: 'เสนอไว้ รอคำวินิจฉัย', note: 'บันทึกไว้' }[kind];
