// What an edition changed of the one before it, in tables: values, results, places, and what was ruled since.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type {
	EditionChange,
	PlaceChange,
	PlaceSide,
	PublishedEdition,
	ResultChange,
	ResultSide,
	ValueChange
} from '../../ranking/edition.ts';
import type { RoundView } from '../../ranking/round.ts';
import type { Status } from '../../scoring/results.ts';
import { formatDate } from '../../thai/write-date.ts';
import { head, keepTogether, makeHeading, makeNote, makeParagraph, makeTable } from '../book/pieces.ts';
import { sayOutcome } from '../memo/words.ts';
import type { PrintedTable } from '../paper.ts';
import { showPercent } from '../percent.ts';
import { nameSection } from '../rank-lines.ts';
import type { Sheet } from '../sheet.ts';
import { keepVerbatim } from '../written-digits.ts';
import { sumUp } from './words.ts';

const nothing = '—';
const statusWords: Readonly<Record<Exclude<Status, 'scored'>, string>> = {
	not_reported: 'ยังไม่ส่ง',
	invalid: 'ค่าใช้ไม่ได้',
	undecided: 'รอคำวินิจฉัย',
	not_applicable: 'ไม่ใช้กับอำเภอนี้'
};

export function sayResult(side: ResultSide | null): string {
	if (side === null) return nothing;
	if (side.status !== 'scored') return statusWords[side.status];
	return side.outcome === null ? nothing : sayOutcome(side.outcome);
}
export const sayPlace = (side: PlaceSide | null): string => (side?.place == null ? nothing : String(side.place));
export const sayPercent = (side: PlaceSide | null): string =>
	side?.percent == null ? nothing : showPercent(side.percent);

/** The part of a change that is one district's, or one indicator's (`section/indicator`). */
export const narrowChange = (change: EditionChange, only: { district?: string; indicator?: string }): EditionChange => {
	const mine = (one: { district: string; section: string; indicator: string }) =>
		(only.district === undefined || one.district === only.district) &&
		(only.indicator === undefined || `${one.section}/${one.indicator}` === only.indicator);
	return {
		...change,
		values: change.values.filter(mine),
		results: change.results.filter(mine),
		places: only.indicator === undefined ? change.places.filter(({ district }) => district === only.district) : [],
		rulings: change.rulings.filter(({ indicator }) => only.indicator === undefined || indicator === only.indicator)
	};
};

/** `edition`: given where why it was published is said over the tables. */
export function makeChanges(
	view: RoundView,
	change: EditionChange,
	sheet: Sheet,
	edition: PublishedEdition | null
): readonly Content[] {
	return [
		...(edition === null ? [] : [makeParagraph(sumUp(edition, change), sheet)]),
		...makeRulings(view, change, sheet),
		...tableOf('ค่าที่เปลี่ยน', layValues(view, change.values, sheet), sheet),
		...tableOf('ผลที่เปลี่ยน', layResults(view, change.results, sheet), sheet),
		...tableOf('ร้อยละและอันดับที่เปลี่ยน', layPlaces(view, change.places, sheet), sheet)
	];
}

interface Laid {
	readonly widths: (number | '*')[];
	readonly heads: readonly TableCell[];
	readonly rows: readonly (readonly TableCell[])[];
}

/** The head and the first row stand with the heading. */
function tableOf(title: string, { widths, heads, rows }: Laid, sheet: Sheet): readonly Content[] {
	if (rows.length === 0) return [];
	return [makeHeading(title, sheet), makeTable({ widths, heads: [heads], rows }, sheet)];
}

function makeRulings(view: RoundView, { rulings, letter }: EditionChange, sheet: Sheet): readonly Content[] {
	const said = rulings.map(
		({ indicator, words, reason, at, who }) =>
			`${namePlace(view, indicator)} ${words} (${reason}${who === 'web' ? '' : ` โดย ${who}`} ${formatDate(at.slice(0, 10), { months: 'short' })})`
	);
	return [
		...(letter ? [makeNote('ฉบับนี้คิดตามข้อตกลงอีกฉบับหนึ่งที่ใช้แทนฉบับเดิม', sheet)] : []),
		...(said.length === 0
			? []
			: [keepTogether(makeHeading('คำวินิจฉัยที่เพิ่ม', sheet), ...said.map((text) => makeNote(text, sheet)))])
	];
}

const right = (text: string): TableCell => ({ text, alignment: 'right' });
export const nameDistrict = ({ province }: RoundView, code: string): string =>
	province.districts.find((one) => one.code === code)?.name ??
	(code === province.code ? `จังหวัด${province.name}` : code);

/** รายทีม ข้อ 2 */
export function namePlace({ agreement }: RoundView, at: string): string {
	const [section = '', indicator = ''] = at.split('/');
	return `${nameOfSection(agreement, section)} ข้อ ${indicator}`;
}
export const nameOfSection = ({ sections }: RoundView['agreement'], name: string): string => {
	const found = sections.find(({ section }) => section === name);
	return found === undefined ? name : nameSection(found);
};

const layValues = (view: RoundView, values: readonly ValueChange[], sheet: Sheet): Laid => ({
	widths: [66, '*', 58, 58, 110],
	heads: [
		head('อำเภอ', sheet),
		head('รายการ', sheet),
		head('เดิม', sheet, 'right'),
		head('ใหม่', sheet, 'right'),
		head('มาจากแฟ้ม', sheet)
	],
	rows: values.map((one) => [
		nameDistrict(view, one.district),
		`${namePlace(view, `${one.section}/${one.indicator}`)} ${one.label}`,
		right(one.before ?? nothing),
		right(one.after ?? nothing),
		{
			stack: [
				one.file === null ? nothing : { text: keepVerbatim(one.file) },
				...(one.received_at === null ? [] : [{ text: sayReceived(one), fontSize: sheet.sizes.key * 0.92 }])
			]
		}
	])
});

const sayReceived = ({ received_at, sender }: ValueChange): string =>
	[sender, received_at === null ? null : formatDate(received_at.slice(0, 16), { months: 'short' })]
		.filter((one) => one !== null)
		.join(' ');

const layResults = (view: RoundView, results: readonly ResultChange[], sheet: Sheet): Laid => ({
	widths: [90, '*', 96, 96],
	heads: [head('อำเภอ', sheet), head('ตัวชี้วัด', sheet), head('เดิม', sheet), head('ใหม่', sheet)],
	rows: results.map(({ district, section, indicator, before, after }) => [
		nameDistrict(view, district),
		namePlace(view, `${section}/${indicator}`),
		sayResult(before),
		sayResult(after)
	])
});

const layPlaces = (view: RoundView, places: readonly PlaceChange[], sheet: Sheet): Laid => ({
	widths: ['*', 90, 56, 56, 46, 46],
	heads: [
		head('อำเภอ', sheet),
		head('ส่วน', sheet),
		head('ร้อยละเดิม', sheet, 'right'),
		head('ใหม่', sheet, 'right'),
		head('อันดับเดิม', sheet, 'right'),
		head('ใหม่', sheet, 'right')
	],
	rows: places.map(({ district, section, before, after }) => [
		nameDistrict(view, district),
		nameOfSection(view.agreement, section),
		right(sayPercent(before)),
		right(sayPercent(after)),
		right(sayPlace(before)),
		right(sayPlace(after))
	])
});

const between = (before: string, after: string): string => (before === after ? after : `${before} → ${after}`);

/** The same in sentences, for a sheet that has no room for tables; what all of it is about is not named again. */
export function sayChanges(
	view: RoundView,
	{ values, results, places }: EditionChange,
	only: { district?: string; indicator?: string }
): readonly string[] {
	const name = (one: { district: string; section: string; indicator: string }): string =>
		[
			...(only.district === undefined ? [nameDistrict(view, one.district)] : []),
			...(only.indicator === undefined ? [namePlace(view, `${one.section}/${one.indicator}`)] : [])
		].join(' ');
	return [
		...values.map(
			(one) =>
				`${name(one)} ${one.label} ${between(one.before ?? nothing, one.after ?? nothing)}${one.received_at === null ? '' : ` (${sayReceived(one)})`}`
		),
		...results.map((one) => `${name(one)} ${between(sayResult(one.before), sayResult(one.after))}`),
		...places.map(
			({ section, before, after }) =>
				`${nameOfSection(view.agreement, section)} ร้อยละ ${between(sayPercent(before), sayPercent(after))} อันดับ ${between(sayPlace(before), sayPlace(after))}`
		)
	];
}

/** What stands in the tables, for the files inside a document. */
export function listChangeData(view: RoundView, change: EditionChange): readonly PrintedTable[] {
	const tables: readonly PrintedTable[] = [
		{
			name: 'changed-values',
			title: 'ค่าที่เปลี่ยน',
			columns: ['รหัส', 'อำเภอ', 'ตัวชี้วัด', 'รายการ', 'เดิม', 'ใหม่', 'แฟ้ม'],
			rows: change.values.map((one) => [
				one.district,
				nameDistrict(view, one.district),
				namePlace(view, `${one.section}/${one.indicator}`),
				one.label,
				one.before ?? '',
				one.after ?? '',
				one.file ?? ''
			])
		},
		{
			name: 'changed-results',
			title: 'ผลที่เปลี่ยน',
			columns: ['รหัส', 'อำเภอ', 'ตัวชี้วัด', 'เดิม', 'ใหม่'],
			rows: change.results.map(({ district, section, indicator, before, after }) => [
				district,
				nameDistrict(view, district),
				namePlace(view, `${section}/${indicator}`),
				sayResult(before),
				sayResult(after)
			])
		},
		{
			name: 'changed-places',
			title: 'ร้อยละและอันดับที่เปลี่ยน',
			columns: ['รหัส', 'อำเภอ', 'ส่วน', 'ร้อยละเดิม', 'ร้อยละใหม่', 'อันดับเดิม', 'อันดับใหม่'],
			rows: change.places.map(({ district, section, before, after }) => [
				district,
				nameDistrict(view, district),
				nameOfSection(view.agreement, section),
				sayPercent(before),
				sayPercent(after),
				sayPlace(before),
				sayPlace(after)
			])
		}
	];
	return tables.filter(({ rows }) => rows.length > 0);
}
