// Appendix ก: every indicator of the letter in its own words: what it asks, its rungs and their evidence, and the readings in force.
import type { Content, ContentText } from 'pdfmake/interfaces.js';
import { listReadings } from '../../agreement/names.ts';
import { sayOutcome } from '../../agreement/say.ts';
import type { Indicator, Ladder, Reading, Section } from '../../agreement/schema.ts';
import type { RoundView } from '../../ranking/round.ts';
import { formatNumber } from '../../thai/numbers.ts';
import { joinThai } from '../../thai/words.ts';
import { formatDate } from '../../thai/write-date.ts';
import { readingKinds } from './appendix-readings.ts';
import { ink } from '../bar-picture.ts';
import { nameGroup } from '../district/words.ts';
import { keepTogether, makeHeading, makeNote, makeOpening } from './pieces.ts';
import { idOfIndicator, type Plan } from './plan.ts';
import { nameSection } from '../rank-lines.ts';
import type { Sheet } from '../sheet.ts';

const labelWidth = 62;

export function makeLetterAppendix(view: RoundView, plan: Plan, sheet: Sheet): Content {
	const { agreement } = view;
	return [
		makeOpening(plan.letter, sheet),
		makeNote([{ text: agreement.title, color: ink.text }, `\n${agreement.source}`], sheet),
		...agreement.sections.flatMap((section) => makeSection(view, section, plan, sheet))
	];
}

function makeSection(view: RoundView, section: Section, plan: Plan, sheet: Sheet): readonly Content[] {
	const [first, ...rest] = section.indicators.map((one) => layIndicator(view, section, one, plan, sheet));
	if (first === undefined) return [];
	const lost = section.lost_weight === undefined ? '' : ` ในจำนวนนี้ ${section.lost_weight} เป็นของข้อที่น้ำหนักสูญหาย`;
	return [
		keepTogether(
			makeHeading(`${nameSection(section)} น้ำหนักรวม ${formatNumber(section.weight)}${lost}`, sheet),
			...first.top
		),
		...first.rest,
		...rest.flatMap(({ top, rest: below }) => [keepTogether(...top), ...below])
	];
}

/** `top` stays together: the title, what is known of it and the first of its rows. */
function layIndicator(view: RoundView, section: Section, indicator: Indicator, plan: Plan, sheet: Sheet) {
	const title = `ข้อ ${indicator.indicator} ${indicator.title}`;
	const name = `${nameSection(section)} ข้อ ${indicator.indicator} ${indicator.short}`;
	const heading: Content = {
		text: title,
		id: idOfIndicator(section.section, indicator.indicator),
		outline: true,
		outlineText: name,
		outlineParentId: plan.letter.id,
		headlineLevel: 3,
		bold: true,
		fontSize: sheet.sizes.body,
		lineHeight: 1.35,
		margin: [0, 9, 0, 1]
	};
	const rows = [...layRungs(indicator, sheet), ...layWords(indicator, sheet), ...layReadings(view, indicator, sheet)];
	const [first, ...rest] = rows;
	return {
		top: [heading, makeNote(sayFacts(view, indicator), sheet), ...(first === undefined ? [] : [first])],
		// the last row never stands alone on the next page
		rest: [...rest.slice(0, -2), ...(rest.length === 0 ? [] : [keepTogether(...rest.slice(-2))])]
	};
}

function sayFacts({ province }: RoundView, indicator: Indicator): string {
	const { unit, weight, work_group, applies_to, cut_off, reports_by } = indicator;
	const names =
		applies_to === 'all'
			? []
			: applies_to.map((code) => province.districts.find((one) => one.code === code)?.name ?? code);
	const day = (iso: string) => formatDate(iso, { months: 'short' });
	const facts = [
		unit === '' ? null : `หน่วย ${unit}`,
		weight === null ? 'น้ำหนักสูญหาย' : `น้ำหนัก ${formatNumber(weight)}`,
		work_group === null ? null : nameGroup(work_group).trim(),
		cut_off === undefined ? null : `ตัดยอด ${day(cut_off)}`,
		reports_by === undefined ? null : `รายงานภายใน ${joinThai(reports_by.map(day))}`,
		names.length === 0 ? null : `ใช้กับ ${names.length} อำเภอ คือ ${joinThai(names)}`
	];
	return facts.filter((one) => one !== null).join(' · ');
}

const row = (label: string, text: ContentText['text'], sheet: Sheet): Content => ({
	columns: [
		{ width: labelWidth, text: label, bold: true },
		{ width: '*', text }
	],
	unbreakable: true,
	fontSize: sheet.sizes.list,
	lineHeight: 1.35,
	margin: [0, 1, 0, 1]
});

function layRungs(indicator: Indicator, sheet: Sheet): readonly Content[] {
	const { parts = [], ladder, adjust = [] } = indicator;
	if (ladder === undefined && parts.length === 0) return [row('เกณฑ์', 'หน้าของข้อนี้ในข้อตกลงสูญหาย', sheet)];
	return [
		...parts.flatMap((part) => {
			const [first, ...rest] = layLadder(part.ladder, sheet);
			const heading: Content = { text: part.title, bold: true, fontSize: sheet.sizes.list, margin: [0, 3, 0, 0] };
			return first === undefined ? [] : [keepTogether(heading, first), ...rest];
		}),
		...(ladder === undefined ? [] : layLadder(ladder, sheet)),
		...adjust.map(({ text }) => row('ปรับคะแนน', text, sheet))
	];
}

function layLadder({ rungs, otherwise }: Ladder, sheet: Sheet): readonly Content[] {
	const shared = sharedEvidence(rungs);
	const rows = [...(otherwise === undefined ? [] : [otherwise]), ...rungs].map((rung) => {
		if (!('outcome' in rung)) return row('ไม่ได้กำหนด', rung.text, sheet);
		const own = typeof rung.outcome === 'number' ? rung.outcome : undefined;
		const points = rung.points !== undefined && rung.points !== own ? ` (${formatNumber(rung.points)} คะแนน)` : '';
		const evidence = shared === null ? evidenceOf(rung) : null;
		return row(
			sayOutcome(rung.outcome),
			[`${rung.text}${points}`, ...(evidence === null ? [] : [{ text: `\nหลักฐาน: ${evidence}`, color: ink.soft }])],
			sheet
		);
	});
	return shared === null ? rows : [...rows, row('หลักฐาน', `ทุกระดับ: ${shared}`, sheet)];
}

const evidenceOf = (rung: Ladder['rungs'][number] | NonNullable<Ladder['otherwise']>): string | null =>
	'evidence' in rung ? (rung.evidence ?? null) : null;

/** Evidence that every rung asks for alike is said once. */
function sharedEvidence(rungs: Ladder['rungs']): string | null {
	const [first = null, ...others] = rungs.flatMap((rung) => ('outcome' in rung ? [evidenceOf(rung)] : []));
	return others.length > 0 && others.every((one) => one === first) ? first : null;
}

function layWords({ formula, source, clause, notes = [] }: Indicator, sheet: Sheet): readonly Content[] {
	return [
		...(formula === undefined ? [] : [row('สูตร', formula, sheet)]),
		...(source === undefined ? [] : [row('แหล่งข้อมูล', source, sheet)]),
		...(clause === undefined ? [] : [row('ที่มา', clause, sheet)]),
		...notes.map((note, nth) => row(nth === 0 ? 'คำอธิบาย' : '', note, sheet))
	];
}

/** The readings themselves stand in the next appendix, each once. */
function layReadings({ agreement }: RoundView, indicator: Indicator, sheet: Sheet): readonly Content[] {
	const ids = listReadings(indicator).filter((id) => agreement.readings[id] !== undefined);
	const of = (kind: Reading['kind']) => ids.filter((id) => agreement.readings[id]?.kind === kind);
	const list = (kind: Reading['kind']) =>
		of(kind).length === 0 ? [] : [`${readingKinds[kind]} ${joinThai(of(kind))}`];
	const words = [...list('choice'), ...list('filler'), ...list('note')];
	return words.length === 0 ? [] : [row('การตีความ', words.join(' · '), sheet)];
}
