// The form of the rulings page: for each question the ruling chosen as it stands in the page, a figure typed in, or a condition
// put together for words that are lost; and an indicator taken out for some districts.
import { rulingSchema, type Ruling } from '$lib/agreement/ruling.ts';
import type { Condition } from '$lib/agreement/schema.ts';
import { parseFigure } from '$lib/thai/numbers.ts';
import { parseDate } from '$lib/thai/read-date.ts';

interface Asked {
	readonly reading: string;
	readonly indicator: string;
}
export const rulingField = ({ reading, indicator, asks }: Asked & { readonly asks: string }) =>
	`ruling ${reading} ${indicator} ${asks}`;
export const figureField = ({ reading, indicator, kind }: Asked & { readonly kind: string }) =>
	`figure ${reading} ${indicator} ${kind}`;
/** The rows of a condition for the words of one rung; `nth` tells the rungs of a reading apart. */
export const wordsFields = ({ reading, indicator }: Asked, nth: number) => {
	const key = `${reading} ${indicator} ${nth}`;
	return {
		chosen: `words ${key}`,
		text: `words-text ${key}`,
		name: `words-name ${key}`,
		how: `words-how ${key}`,
		figure: `words-figure ${key}`
	};
};
export const exemptIndicator = 'exempt indicator';
export const exemptDistricts = 'exempt districts';
/** Empty where nothing is chosen. */
export interface Exempted {
	readonly indicator: string;
	readonly districts: readonly string[];
}
/** How many things a condition put together on the page can ask. */
export const WORDS_ROWS = 3;
export const comparisons = {
	at_least: 'ไม่น้อยกว่า',
	more_than: 'มากกว่า',
	at_most: 'ไม่เกิน',
	less_than: 'น้อยกว่า',
	equals: 'เท่ากับ'
} as const;

/** The rulings chosen; `wrong` holds a sentence for each part of the form that is not filled in as it must be. */
export function readRulings(form: FormData): {
	readonly rulings: readonly Ruling[];
	readonly wrong: readonly string[];
	/** what was chosen of it, whole or not */
	readonly exempt: Exempted;
} {
	const rulings = new Map<string, Ruling>();
	const wrong: string[] = [];
	const add = (ruling: Ruling) => rulings.set(JSON.stringify(ruling), ruling);
	for (const [name, value] of form) {
		if (typeof value !== 'string' || value.trim() === '') continue;
		const [field, reading = '', indicator = '', rest = ''] = name.split(' ');
		if (field === 'ruling') {
			const composed = /^words (\d+)$/.exec(value);
			if (composed) {
				const read = readWords(form, { reading, indicator }, Number(composed[1]));
				if (typeof read === 'string') wrong.push(read);
				else add(read);
			} else add(rulingSchema.parse(JSON.parse(value)));
		}
		if (field !== 'figure') continue;
		const read = parseFigure(value);
		const figure = read.kind === 'figure' ? Number(read.scaled) / 1e6 : null;
		if (figure === null) wrong.push(`เรื่อง ${reading} ของ ${indicator}: “${value}” ไม่ใช่ตัวเลข กรอกเช่น 30 หรือ 12.5`);
		else add({ reading, indicator, take: rest === 'zero' ? { kind: 'zero', figure } : { kind: 'edge', as: figure } });
	}
	const exempt = { indicator: textsOf(form, exemptIndicator)[0] ?? '', districts: textsOf(form, exemptDistricts) };
	const exemption = readExemption(exempt);
	if (typeof exemption === 'string') wrong.push(exemption);
	else if (exemption !== null) add(exemption);
	return { rulings: [...rulings.values()], wrong, exempt };
}

const textsOf = (form: FormData, name: string) => form.getAll(name).map((one) => (typeof one === 'string' ? one : ''));

/** A condition for lost words, or a sentence that says what is missing. */
function readWords(form: FormData, asked: Asked, nth: number): Ruling | string {
	const fields = wordsFields(asked, nth);
	const about = `เรื่อง ${asked.reading} ของ ${asked.indicator}`;
	const [names, hows, figures] = [fields.name, fields.how, fields.figure].map((field) => textsOf(form, field));
	const rows = (names ?? []).flatMap((name, i) =>
		name === '' ? [] : [readRow(name, hows?.[i] ?? '', figures?.[i] ?? '')]
	);
	const [first, ...others] = rows.filter((row) => typeof row !== 'string');
	const wrong = rows.find((row) => typeof row === 'string');
	if (wrong !== undefined) return `${about}: ${wrong}`;
	if (first === undefined) return `${about}: เลือกข้อมูลที่ใช้แทนข้อความที่หายอย่างน้อยหนึ่งรายการ`;
	const as = others.length === 0 ? first : { all: [first, ...others] };
	const text: unknown = JSON.parse(textsOf(form, fields.text)[0] ?? 'null');
	return rulingSchema.parse({ ...asked, take: { kind: 'words', as, text } });
}

/** `named`: the type of the input or value and its name. */
function readRow(named: string, how: string, written: string): Condition | string {
	const [type, name = ''] = named.split(' ');
	if (type === 'bool') return { yes: name };
	if (type === 'moment') {
		if (written.trim() === '') return { done: name };
		const read = parseDate(written);
		return read.kind === 'date' ? { date: name, by: read.date } : `“${written}” ไม่ใช่วันที่ กรอกเช่น 31/8/2565`;
	}
	const read = parseFigure(written);
	if (read.kind !== 'figure') return `“${written}” ไม่ใช่ตัวเลข กรอกเช่น 30 หรือ 12.5`;
	return { value: name, [Object.hasOwn(comparisons, how) ? how : 'at_least']: Number(read.scaled) / 1e6 };
}

/** The rows that a condition would be put together from, to be shown again; none for one that the page cannot put together. */
export function rowsOf(condition: Condition): readonly { readonly named: string; how: string; written: string }[] {
	if ('all' in condition) return condition.all.flatMap(rowsOf);
	if ('yes' in condition) return [{ named: `bool ${condition.yes}`, how: '', written: '' }];
	if ('done' in condition) return [{ named: `moment ${condition.done}`, how: '', written: '' }];
	if ('date' in condition)
		return [
			{
				named: `moment ${condition.date}`,
				how: '',
				written: typeof condition.by === 'string' ? condition.by : ''
			}
		];
	if (!('value' in condition)) return [];
	const how = Object.keys(comparisons).find((one) => one in condition) as keyof typeof comparisons | undefined;
	const bound = how === undefined ? undefined : condition[how];
	return how === undefined
		? []
		: [{ named: `number ${condition.value}`, how, written: typeof bound === 'number' ? String(bound) : '' }];
}

/** An indicator and the districts to take it out for; a sentence where only one of the two is chosen, null where neither is. */
function readExemption({ indicator, districts }: Exempted): Ruling | string | null {
	if (indicator === '') return districts.length === 0 ? null : 'เลือกตัวชี้วัดที่จะยกเว้นให้อำเภอที่เลือกไว้';
	if (districts.length === 0) return 'เลือกอำเภอที่จะยกเว้นตัวชี้วัดให้';
	return { reading: null, indicator, take: { kind: 'exempt', districts: [...districts] } };
}
