// What is open, said at different lengths. Every district that owes something is named in each of them.
import type { RoundView } from '../../ranking/round.ts';
import { joinThai } from '../../thai/words.ts';
import type { MemoFacts } from './facts.ts';
import { sayQuestion, saySubject } from './questions.ts';
import * as say from './words.ts';
import { byDistrict, type OpenLine } from '../open-results.ts';
import { listOpenRows } from '../open-table.ts';
import type { PrintedTable } from '../paper.ts';
import { nameSection } from '../rank-lines.ts';

/** How results owed and questions asked are told. */
export interface Form {
	/** a table; item by item; how many by kind; how many of all kinds together */
	readonly owed: 'table' | 'items' | 'counts' | 'tally';
	/** with the words of the letter; a line each; which, and of whom how many; which */
	readonly asked: 'words' | 'lines' | 'names' | 'subjects';
}
/** From the fullest to the shortest. */
export const forms: readonly Form[] = [
	{ owed: 'table', asked: 'words' },
	{ owed: 'items', asked: 'words' },
	{ owed: 'items', asked: 'lines' },
	{ owed: 'counts', asked: 'lines' },
	{ owed: 'counts', asked: 'names' },
	{ owed: 'tally', asked: 'subjects' }
];

/** A paragraph that begins with bold words. */
export type Point = readonly [string, string];

export interface OpenWords {
	readonly form: Form;
	/** districts that have sent something and still owe, those of the table */
	readonly partly: readonly OpenLine[];
	/** points under the heading of what is owed; with a table, only what is not in it */
	readonly owed: readonly Point[];
	/** points under the heading of what waits for a ruling; none where questions stand in full */
	readonly asked: readonly Point[];
	readonly data: readonly PrintedTable[];
}

const kinds = [
	['missing', 'ยังไม่ส่ง'],
	['invalid', 'ค่าใช้ไม่ได้'],
	['undecided', 'รอคำวินิจฉัย']
] as const;
const owedKinds = kinds.slice(0, 2);
type Kind = (typeof kinds)[number][0];

/** Whether somebody has to send or correct something. */
export const isOwing = (one: OpenLine): boolean => owedKinds.some(([kind]) => one[kind].length > 0);

export function sayOpen(view: RoundView, facts: MemoFacts, form: Form): OpenWords {
	const partly = byDistrict(facts.open.filter(({ line }) => !facts.silent.codes.has(line.district)));
	const { names, lines } = facts.silent;
	const silent: readonly Point[] = names.length === 0 ? [] : [['', say.silentOnes(names, lines)]];
	return {
		form,
		partly,
		owed: [...silent, ...listOwed(view, partly, form.owed)],
		asked: facts.questions.length === 0 ? [] : listAsked(view, facts, partly, form.asked),
		data: [...owedData(facts, partly, form.owed), ...askedData(view, facts, partly, form.asked)]
	};
}

const countOf = (lines: readonly OpenLine[], kind: Kind) => lines.reduce((sum, one) => sum + one[kind].length, 0);

function listOwed(view: RoundView, partly: readonly OpenLine[], form: Form['owed']): readonly Point[] {
	if (form === 'table') return [];
	if (form === 'tally') {
		const rows = tally(partly).map(([name, counts]) => `${name} ${counts.join('/')}`);
		return rows.length === 0 ? [] : [[`${kinds.map(([, words]) => words).join('/')} (จำนวนข้อ) `, rows.join(', ')]];
	}
	return owedKinds.flatMap(([kind, words]): Point[] => {
		const lines = partly.filter((one) => one[kind].length > 0);
		if (lines.length === 0) return [];
		return form === 'counts'
			? [[`${words} (จำนวนข้อ) `, sayCounts(view, lines, kind)]]
			: [[`${words} `, nameItems(view, lines, kind)]];
	});
}

/** How many results of each kind a district has open. */
const tally = (partly: readonly OpenLine[]) =>
	[...new Set(partly.map(({ line }) => line.name))].map((name) => {
		const own = partly.filter(({ line }) => line.name === name);
		return [name, kinds.map(([kind]) => countOf(own, kind))] as const;
	});

function countByDistrict(lines: readonly OpenLine[], kind: Kind): readonly (readonly [string, number])[] {
	const counts = new Map<string, number>();
	for (const one of lines) counts.set(one.line.name, (counts.get(one.line.name) ?? 0) + one[kind].length);
	return [...counts];
}
function sayCounts(view: RoundView, lines: readonly OpenLine[], kind: Kind): string {
	const counts = countByDistrict(lines, kind);
	const [first] = counts;
	const alike = first !== undefined && counts.every(([, count]) => count === first[1]);
	return alike && counts.length === view.province.districts.length
		? `ทุกอำเภอ อำเภอละ ${first[1]}`
		: counts.map((one) => one.join(' ')).join(', ');
}

/** In the letter's order. */
function listSections(view: RoundView, titled: readonly { readonly sectionTitle: string }[]): readonly string[] {
	const named = new Set(titled.map(({ sectionTitle }) => sectionTitle));
	return view.agreement.sections.map(nameSection).filter((title) => named.has(title));
}

/** รายทีม: หนองเรือ ข้อ 5, แวงน้อย ข้อ 3 · สมรรถนะ: เวียงเก่า ทั้ง 5 ข้อ */
function nameItems(view: RoundView, lines: readonly OpenLine[], kind: Kind): string {
	return listSections(view, lines)
		.map((section) => {
			const own = lines.filter(({ sectionTitle }) => sectionTitle === section);
			return `${section}: ${own.map((one) => `${one.line.name} ${sayItems(one, kind)}`).join(', ')}`;
		})
		.join(' · ');
}

const sayItems = (one: OpenLine, kind: Kind): string =>
	one[kind].length === one.applies && one.applies > 1
		? `ทั้ง ${one.applies} ข้อ`
		: `ข้อ ${joinThai(one[kind].map(({ indicator }) => indicator.indicator))}`;

function listAsked(
	view: RoundView,
	{ questions }: MemoFacts,
	partly: readonly OpenLine[],
	form: Form['asked']
): readonly Point[] {
	if (form === 'words') return [];
	if (form === 'lines') {
		return questions.map((question, nth) => {
			const [title, text] = saySubject(view, question);
			return [`${nth + 1}. ${title}`, text];
		});
	}
	const subjects = listSections(view, questions).map((section) => {
		const asked = new Set(
			questions.flatMap(({ sectionTitle, indicator }) => (sectionTitle === section ? [indicator.indicator] : []))
		);
		const known = view.agreement.sections.find((one) => nameSection(one) === section)?.indicators ?? [];
		return `${section} ข้อ ${joinThai(known.map(({ indicator }) => indicator).filter((number) => asked.has(number)))}`;
	});
	const which: Point = ['ตัวชี้วัด ', subjects.join(', ')];
	const waiting = partly.filter(({ undecided }) => undecided.length > 0);
	return form === 'subjects' ? [which] : [which, ['ผลที่รอ (จำนวนข้อ) ', sayCounts(view, waiting, 'undecided')]];
}

function owedData({ silent, bounds }: MemoFacts, partly: readonly OpenLine[], form: Form['owed']) {
	const [columns, rows] = listRows(partly, bounds, form);
	const nothing = silent.names.map((name) => [
		name,
		'ยังไม่ส่งผลเลย',
		...Array.from({ length: columns.length - 2 }, () => null)
	]);
	const table = { name: 'open', title: say.openTitle, columns, rows: [...nothing, ...rows] };
	return table.rows.length === 0 ? [] : [table];
}

type Rows = PrintedTable['rows'];
function listRows(
	partly: readonly OpenLine[],
	bounds: readonly number[],
	form: Form['owed']
): readonly [readonly string[], Rows] {
	if (form === 'table' && partly.some(isOwing)) {
		const rows = listOpenRows(partly, bounds).map((row) => [
			row.name,
			row.open.join(' '),
			row.section,
			row.percent,
			row.place
		]);
		return [['อำเภอ', 'สิ่งที่ค้าง', 'ส่วน', 'ร้อยละที่เป็นได้', 'อันดับ'], rows];
	}
	if (form === 'tally') {
		const rows = tally(partly).flatMap(([name, counts]) =>
			kinds.map(([, words], nth) => [name, words, counts[nth] ?? 0])
		);
		return [['อำเภอ', 'สิ่งที่ค้าง', 'จำนวนข้อ'], rows];
	}
	const having = (kind: Kind) => partly.filter((one) => one[kind].length > 0);
	if (form === 'counts') {
		const rows = owedKinds.flatMap(([kind, words]) =>
			countByDistrict(having(kind), kind).map(([name, count]) => [name, words, count])
		);
		return [['อำเภอ', 'สิ่งที่ค้าง', 'จำนวนข้อ'], rows];
	}
	const rows = owedKinds.flatMap(([kind, words]) =>
		having(kind).map((one) => [one.line.name, words, one.sectionTitle, sayItems(one, kind)])
	);
	return [['อำเภอ', 'สิ่งที่ค้าง', 'ส่วน', 'ข้อ'], rows];
}

function askedData(view: RoundView, facts: MemoFacts, partly: readonly OpenLine[], form: Form['asked']) {
	const points =
		form === 'words'
			? facts.questions.map((question): Point => {
					const [{ text }, words] = sayQuestion(view, question);
					return [text, words];
				})
			: listAsked(view, facts, partly, form);
	const rows = points.map((point) => point.map((text) => text.trim()));
	const table = { name: 'questions', title: say.questionsTitle, columns: ['เรื่อง', 'รายละเอียด'], rows };
	return facts.questions.length === 0 ? [] : [table];
}
