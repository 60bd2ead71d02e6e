// Which row of a table is its heading, and what each column is for.
import { nameKey } from '../thai/spelling.ts';
import type { InputColumn } from './columns.ts';
import type { Found, Names } from './names.ts';
import { nearestNames } from './nearest.ts';

export type TidyField = 'section' | 'indicator' | 'input' | 'value';

const keys = (...words: readonly string[]): ReadonlySet<string> => new Set(words.map(nameKey));
const DISTRICT = keys('district', 'district_code', 'district_name', 'อำเภอ', 'รหัสอำเภอ', 'ชื่ออำเภอ');
const FIELDS: Readonly<Record<TidyField, ReadonlySet<string>>> = {
	section: keys('section', 'ส่วน'),
	indicator: keys('indicator', 'ตัวชี้วัด'),
	input: keys('input', 'รายการ'),
	value: keys('value', 'ค่า')
};
const FIELD_NAMES = ['section', 'indicator', 'input', 'value'] as const;
/** Columns that stand in many tables and say nothing that is scored. */
const ASIDE = keys('ลำดับ', 'ลำดับที่', 'ที่', 'หมายเหตุ', 'จังหวัด', 'no', 'note', 'province');

export interface TidyHeading {
	readonly kind: 'tidy';
	readonly districts: readonly number[];
	readonly fields: Readonly<Partial<Record<TidyField, number>>>;
	/** headings in Thai that the table should have and has not */
	readonly missing: readonly string[];
	/** a heading that stands over two columns */
	readonly twice: string | undefined;
	readonly width: number;
}
export interface WideHeading {
	readonly kind: 'wide';
	readonly districts: readonly number[];
	readonly columns: readonly { readonly index: number; readonly column: InputColumn }[];
	/** columns that are none of the letter's inputs */
	readonly strange: readonly { readonly index: number; readonly written: string; readonly found: Found<InputColumn> }[];
	readonly width: number;
}
export type Heading = TidyHeading | WideHeading;

/** Whether a cell is the heading of a column of districts: also how a heading that is repeated further down is known. */
export const isDistrictHeading = (text: string): boolean => text.length < 40 && DISTRICT.has(nameKey(text));

export type FindColumn = (written: string) => Found<InputColumn>;

/** Finds a column by path, heading or label, whatever spaces and digits it is typed with. */
export const makeColumnFinder = (names: Names, columns: readonly InputColumn[]): FindColumn => {
	const byKey = new Map<string, Set<InputColumn>>();
	for (const column of columns)
		for (const name of [column.path, column.heading, column.input.input.label])
			byKey.set(nameKey(name), (byKey.get(nameKey(name)) ?? new Set()).add(column));
	const byPath = new Map(columns.map((column) => [column.path, column]));
	const followPath = (written: string): InputColumn | undefined => {
		const [section = '', indicator = '', input = '', ...rest] = written.split('/');
		if (input === '' || rest.length > 0) return undefined;
		const foundSection = names.findSection(section);
		const foundIndicator = foundSection.kind === 'found' ? foundSection.it.findIndicator(indicator, false) : undefined;
		const foundInput = foundIndicator?.kind === 'found' ? foundIndicator.it.findInput(input) : undefined;
		if (foundSection.kind !== 'found' || foundIndicator?.kind !== 'found' || foundInput?.kind !== 'found')
			return undefined;
		const { it } = foundIndicator;
		return byPath.get(`${foundSection.it.section.section}/${it.indicator.indicator}/${foundInput.it.name}`);
	};
	return (written) => {
		const hits = [...(byKey.get(nameKey(written)) ?? [])];
		if (hits.length > 1) return { kind: 'several', names: hits.map(({ path }) => path) };
		const it = hits[0] ?? followPath(written);
		if (it !== undefined) return { kind: 'found', it };
		const shown = () => columns.flatMap(({ path, heading }) => [path, heading]);
		return { kind: 'unknown', near: () => nearestNames(written, shown()) };
	};
};

const readTidy = (texts: readonly string[], districts: readonly number[]): TidyHeading | undefined => {
	const fields: Partial<Record<TidyField, number>> = {};
	let twice: string | undefined;
	for (const [index, text] of texts.entries()) {
		const field = FIELD_NAMES.find((name) => FIELDS[name].has(nameKey(text)));
		if (field === undefined) continue;
		if (fields[field] === undefined) fields[field] = index;
		else twice ??= text;
	}
	const found = FIELD_NAMES.filter((name) => fields[name] !== undefined).length;
	if (found + (districts.length > 0 ? 1 : 0) < 3) return undefined;
	const thai = { section: 'ส่วน', indicator: 'ตัวชี้วัด', input: 'รายการ', value: 'ค่า' };
	const missing = [
		...(districts.length > 0 ? [] : ['อำเภอ']),
		...FIELD_NAMES.filter((name) => fields[name] === undefined).map((name) => thai[name])
	];
	return { kind: 'tidy', districts, fields, missing, twice, width: texts.length };
};

const readWide = (
	texts: readonly string[],
	districts: readonly number[],
	findColumn: FindColumn
): WideHeading | undefined => {
	if (districts.length === 0) return undefined;
	const others = texts.flatMap((written, index) =>
		written === '' || districts.includes(index) || ASIDE.has(nameKey(written))
			? []
			: [{ index, written, found: findColumn(written) }]
	);
	const columns = others.flatMap(({ index, found }) => (found.kind === 'found' ? [{ index, column: found.it }] : []));
	const strange = others.filter(({ found }) => found.kind !== 'found');
	const pathLike = strange.some(
		({ written, found }) => found.kind === 'several' || /^[^/]+\/[^/]+\/[^/]+$/.test(written)
	);
	if (columns.length === 0 && !pathLike) return undefined;
	return { kind: 'wide', districts, columns, strange, width: texts.length };
};

/** The heading that a row is, if it is one. */
export const readHeading = (texts: readonly string[], findColumn: FindColumn): Heading | undefined => {
	const districts = texts.flatMap((text, index) => (isDistrictHeading(text) ? [index] : []));
	return readTidy(texts, districts) ?? readWide(texts, districts, findColumn);
};
