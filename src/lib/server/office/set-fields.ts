// Settings of the office as words: `field=value` in, settings as office.yaml has them out, and back. A field is named by its
// place in office.yaml; without a value it is not set, or as the regulation has it.
import type { Office } from '../../ranking/round.ts';
import { toArabicDigits } from '../../thai/digits.ts';
import { wrongUse } from '../refusal.ts';
import { fieldNames, officeWords } from './sentences.ts';

type Field = keyof typeof fieldNames;
type Group = Record<string, unknown>;
export type Given = ReadonlyMap<string, readonly string[]>;

const fields = Object.keys(fieldNames) as readonly Field[];
/** of which each line, or each band, is given by itself */
const manifold: readonly string[] = ['paper.address', 'paper.contact', 'bands'] satisfies readonly Field[];
const isShare = (field: string): boolean => /^shares\../.test(field);

/** The pairs of a command, by field in the order given. Refuses words that are no pairs, and fields there are not. */
export function readPairs(pairs: readonly string[]): Given {
	const given = new Map<string, readonly string[]>();
	for (const pair of pairs) {
		const at = pair.indexOf('=');
		if (at < 1) throw wrongUse(officeWords.notAPair(pair));
		const [field, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
		if (!isShare(field) && !fields.some((one) => one === field)) throw wrongUse(officeWords.noSuchField(field, fields));
		const before = given.get(field);
		if (before !== undefined && !manifold.includes(field)) throw wrongUse(officeWords.oneValue(field));
		given.set(field, [...(before ?? []), value]);
	}
	return given;
}

/** What office.yaml would say with these fields; the emblem is a file beside it. Not checked yet. */
export function setFields(office: Office, given: Given): unknown {
	const { emblem: _emblem, ...paper } = office.paper;
	const written: Group = structuredClone({ ...office, paper });
	for (const [field, values] of given) {
		if (isShare(field)) setShare(written, field.slice('shares.'.length), values[0] ?? '');
		else put(written, field.split('.'), readValue(field as Field, values));
	}
	return written;
}

function put(group: Group, [first = '', ...rest]: readonly string[], value: unknown): void {
	if (rest.length === 0) group[first] = value;
	else put(group[first] as Group, rest, value);
}

function setShare(written: Group, section: string, value: string): void {
	const { [section]: _before, ...others } = (written.shares ?? {}) as Group;
	const shares = value === '' ? others : { ...others, [section]: readNumber(value) };
	written.shares = Object.keys(shares).length === 0 ? null : shares;
}

/** NaN where it is no number, which the settings refuse with a sentence. */
const readNumber = (text: string): number => Number(toArabicDigits(text));

function readValue(field: Field, values: readonly string[]): unknown {
	const [value = ''] = values;
	if (field === 'bands') return value === '' ? null : values.map(readBand);
	if (field === 'paper.address' || field === 'paper.contact') return values;
	if (field === 'shares') {
		if (value !== '') throw wrongUse(officeWords.noSuchField(`shares=${value}`, fields));
		return null;
	}
	if (field === 'paper.draft') return readDraft(value);
	if (field === 'paper.secrecy') return value === '' ? null : value;
	if (/^paper\.(margins|sizes|indent)/.test(field)) return value === '' ? undefined : readNumber(value);
	return field === 'paper.digits' && value === '' ? undefined : value;
}

function readBand(text: string): unknown {
	const [grade, name, from, ...more] = text.split(':');
	if (from === undefined || more.length > 0) throw wrongUse(officeWords.bandShape(text));
	return { grade, name, from: readNumber(from) };
}

function readDraft(value: string): boolean {
	if (value === 'yes' || value === 'ใช่') return true;
	if (value === 'no' || value === 'ไม่' || value === '') return false;
	throw wrongUse(officeWords.yesOrNo(value));
}

/** Every field with its values as they would be given, none where it is not set. */
export function showFields(office: Office): Given {
	const shown = new Map<string, readonly string[]>();
	for (const field of fields) {
		if (field === 'shares')
			for (const [section, share] of Object.entries(office.shares ?? {}))
				shown.set(`shares.${section}`, [String(share)]);
		if (field !== 'shares' || office.shares === null) shown.set(field, showValue(find(office, field.split('.'))));
	}
	return shown;
}

const find = (group: unknown, path: readonly string[]): unknown =>
	path.reduce<unknown>((found, name) => (found as Group)[name], group);

function showValue(value: unknown): readonly string[] {
	if (value === null || value === '') return [];
	if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
	if (typeof value === 'string' || typeof value === 'number') return [String(value)];
	if (!Array.isArray(value)) return [];
	return value.map((one: unknown) => {
		if (typeof one === 'string') return one;
		const { grade, name, from } = one as { readonly grade: string; readonly name: string; readonly from: number };
		return `${grade}:${name}:${from}`;
	});
}
