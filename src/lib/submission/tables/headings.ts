// Which row of a table is its heading, and what each column is for.
import type { InputColumn } from '../names/columns.ts';
import type { FindColumn } from '../names/find-column.ts';
import type { IndicatorNames, SectionNames } from '../names/name-indicators.ts';
import { plainKey } from '../names/plain-key.ts';

export type TidyField = 'section' | 'indicator' | 'input' | 'value';

const keys = (...words: readonly string[]): ReadonlySet<string> => new Set(words.map(plainKey));
const DISTRICT = keys(
	'district',
	'district_code',
	'district_name',
	'อำเภอ',
	'รหัสอำเภอ',
	'ชื่ออำเภอ',
	'อำเภอของท่าน',
	'อำเภอที่รายงาน',
	'อำเภอที่ส่ง',
	'อำเภอที่ปฏิบัติงาน',
	'เลือกอำเภอ',
	'ระบุอำเภอ',
	'สพอ'
);
const FIELDS: Readonly<Record<TidyField, ReadonlySet<string>>> = {
	section: keys('section', 'ส่วน'),
	indicator: keys('indicator', 'ตัวชี้วัด'),
	input: keys('input', 'รายการ'),
	value: keys('value', 'ค่า')
};
const FIELD_NAMES = ['section', 'indicator', 'input', 'value'] as const;
/** When an answer to a form was given. */
const TIMESTAMP = keys('ประทับเวลา', 'timestamp', 'เวลาที่ส่ง', 'เวลาที่บันทึก', 'completion time', 'เวลาเสร็จสิ้น');
/** Columns that stand in many tables and forms and say nothing that is scored. */
const ASIDE = keys(
	'ลำดับ',
	'ลำดับที่',
	'ที่',
	'หมายเหตุ',
	'จังหวัด',
	'no',
	'id',
	'note',
	'province',
	'รวม',
	'รวมทั้งหมด',
	'ที่อยู่อีเมล',
	'อีเมล',
	'email',
	'email address',
	'username',
	'ชื่อผู้ใช้',
	'name',
	'start time',
	'เวลาเริ่มต้น',
	'ชื่อ',
	'ชื่อ-สกุล',
	'ชื่อ-นามสกุล',
	'ชื่อผู้รายงาน',
	'ผู้รายงาน',
	'ผู้ส่งข้อมูล',
	'ตำแหน่ง',
	'โทร',
	'โทรศัพท์',
	'เบอร์โทร',
	'เบอร์โทรศัพท์',
	'หมายเลขโทรศัพท์',
	'ข้อเสนอแนะ',
	'ปัญหาอุปสรรค'
);

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
/** A question of a form whose answer lists what was done. */
export interface CheckColumn {
	readonly index: number;
	readonly section: SectionNames;
	readonly indicator: IndicatorNames;
}
export interface WideHeading {
	readonly kind: 'wide';
	readonly districts: readonly number[];
	readonly columns: readonly { readonly index: number; readonly column: InputColumn }[];
	/** columns that are none of the letter's inputs */
	readonly strange: readonly {
		readonly index: number;
		readonly written: string;
		readonly found: ReturnType<FindColumn>;
	}[];
	readonly checks: readonly CheckColumn[];
	/** the column that says when each row was sent, of a form's answers */
	readonly timestamp: number | undefined;
	readonly width: number;
}
export type Heading = TidyHeading | WideHeading;

/** The texts over a column from above, none empty and none repeated: one, or more where headings stand over headings. */
export type ColumnTexts = readonly string[];

/** Finds what a column is for by all that stands over it. */
export interface HeadingFinder {
	readonly findColumn: (texts: ColumnTexts) => ReturnType<FindColumn>;
	/** an indicator whose inputs a form offers as boxes to tick */
	readonly findChecks: (text: string) => Omit<CheckColumn, 'index'> | undefined;
}

const LONGEST_DISTRICT_HEADING = 60;
/** `3. อำเภอ *` of a form is the heading อำเภอ. */
const withoutNumber = (text: string): string => text.replace(/^(ข้อ(ที่)?\s*)?[\d๐-๙]{1,3}\s*[.)]\s*/, '');

/** Whether a cell is the heading of a column of districts: also how a heading that is repeated further down is known. */
export const isDistrictHeading = (text: string): boolean =>
	text.length < LONGEST_DISTRICT_HEADING && text !== '' && DISTRICT.has(plainKey(withoutNumber(text)));

const lastOf = (texts: ColumnTexts): string => texts.at(-1) ?? '';

const readTidy = (columns: readonly ColumnTexts[], districts: readonly number[]): TidyHeading | undefined => {
	const fields: Partial<Record<TidyField, number>> = {};
	let twice: string | undefined;
	for (const [index, texts] of columns.entries()) {
		const key = plainKey(lastOf(texts));
		const field = FIELD_NAMES.find((name) => FIELDS[name].has(key));
		if (field === undefined) continue;
		if (fields[field] === undefined) fields[field] = index;
		else twice ??= lastOf(texts);
	}
	const found = FIELD_NAMES.filter((name) => fields[name] !== undefined).length;
	if (found + (districts.length > 0 ? 1 : 0) < 3) return undefined;
	const thai = { section: 'ส่วน', indicator: 'ตัวชี้วัด', input: 'รายการ', value: 'ค่า' };
	const missing = [
		...(districts.length > 0 ? [] : ['อำเภอ']),
		// Where only one section has an indicator nobody needs to say which.
		...FIELD_NAMES.filter((name) => name !== 'section' && fields[name] === undefined).map((name) => thai[name])
	];
	return { kind: 'tidy', districts, fields, missing, twice, width: columns.length };
};

const readWide = (
	columns: readonly ColumnTexts[],
	districts: readonly number[],
	{ findColumn, findChecks }: HeadingFinder,
	lenient: boolean
): WideHeading | undefined => {
	if (districts.length === 0) return undefined;
	const stamped = columns.findIndex((texts) => TIMESTAMP.has(plainKey(lastOf(texts))));
	const timestamp = stamped < 0 ? undefined : stamped;
	const others = columns.flatMap((texts, index) => {
		if (texts.length === 0 || index === timestamp || districts.includes(index)) return [];
		const found = findColumn(texts);
		if (found.kind !== 'found' && ASIDE.has(plainKey(withoutNumber(lastOf(texts))))) return [];
		return [{ index, written: texts.join(' '), found }];
	});
	const checks = others.flatMap(({ index, written, found }) => {
		const checked = timestamp === undefined || found.kind === 'found' ? undefined : findChecks(written);
		return checked === undefined ? [] : [{ index, ...checked }];
	});
	const known = others.flatMap(({ index, found }) => (found.kind === 'found' ? [{ index, column: found.it }] : []));
	const strange = others.filter(
		({ index, found }) => found.kind !== 'found' && !checks.some((check) => check.index === index)
	);
	const pathLike = strange.some(
		({ written, found }) => found.kind === 'several' || /^[^/]+\/[^/]+\/[^/]+$/.test(written)
	);
	const near = () => lenient && strange.some(({ found }) => found.kind === 'unknown' && found.near().length > 0);
	if (known.length + checks.length === 0 && !pathLike && !near()) return undefined;
	return { kind: 'wide', districts, columns: known, strange, checks, timestamp, width: columns.length };
};

/** The heading of a tidy table that a row is, if it is one. */
export const readTidyHeading = (texts: readonly string[]): TidyHeading | undefined =>
	readTidy(
		texts.map((text) => [text]),
		texts.flatMap((text, index) => (isDistrictHeading(text) ? [index] : []))
	);

/** The heading that some columns' texts are, if they are one. `lenient`: even if it only comes close to the names of inputs. */
export const readHeading = (
	columns: readonly ColumnTexts[],
	finder: HeadingFinder,
	lenient = false
): Heading | undefined => {
	const districts = columns.flatMap((texts, index) => (texts.some(isDistrictHeading) ? [index] : []));
	return readTidy(columns, districts) ?? readWide(columns, districts, finder, lenient);
};

/** Two headings that give every column the same meaning. */
export const sameHeading = (a: Heading, b: Heading): boolean => {
	const meaning = (heading: Heading): unknown =>
		heading.kind === 'tidy'
			? [heading.districts, heading.fields]
			: [heading.districts, heading.columns.map(({ index, column }) => [index, column.path])];
	return JSON.stringify(meaning(a)) === JSON.stringify(meaning(b));
};
