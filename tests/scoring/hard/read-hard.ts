// The hard letters beside this file and their cases, and a case's inputs as the entries they would be.
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { casesSchema, type Case } from '../../../src/lib/agreement/cases.ts';
import { agreementSchema, type Agreement, type Input } from '../../../src/lib/agreement/schema.ts';
import type { Entry, EntryValue } from '../../../src/lib/submission/entry.ts';

export interface HardLetter {
	readonly letter: Agreement;
	readonly districts: readonly string[];
	readonly cases: readonly Case[];
}

/** How many districts a province has; their codes run from 01. */
const districtCounts: Readonly<Record<string, number>> = { '36': 16, '31': 23, '24': 11 };

export function readHardLetters(): readonly HardLetter[] {
	const folder = new URL('.', import.meta.url);
	const read = (name: string): unknown => parse(readFileSync(new URL(name, folder), 'utf8'));
	const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.endsWith('.cases.yaml'));
	return names.map((name) => {
		const letter = agreementSchema.parse(read(name));
		const { agreement, cases } = casesSchema.parse(read(name.replace('.yaml', '.cases.yaml')));
		if (agreement !== letter.agreement) throw new Error(`the cases of ${name} are of ${agreement}`);
		const count = districtCounts[letter.province] ?? 0;
		const districts = Array.from({ length: count }, (_, i) => letter.province + String(i + 1).padStart(2, '0'));
		return { letter, districts, cases };
	});
}

/** The district a case speaks of, and every entry it makes. */
export function entriesOfCase({ letter, districts }: HardLetter, one: Case): { district: string; entries: Entry[] } {
	const [section = '', number = ''] = one.indicator.split('/');
	const indicator = letter.sections.find((s) => s.section === section)?.indicators.find((i) => i.indicator === number);
	if (indicator === undefined) throw new Error(`${letter.agreement} has no ${one.indicator}`);
	const first = indicator.applies_to === 'all' ? districts[0] : indicator.applies_to[0];
	const district = one.district ?? first ?? '';
	const entries = Object.entries({ ...one.others, [district]: one.inputs }).flatMap(([code, inputs]) =>
		Object.entries(inputs).flatMap(([name, raw]): Entry[] => {
			const input = indicator.inputs[name];
			if (input === undefined) throw new Error(`${one.indicator} has no input ${name}`);
			const value = readRaw(raw, input);
			const at = { file: 'case' };
			return value === null
				? []
				: [{ district: code, section, indicator: number, input: name, value, text: String(raw), at }];
		})
	);
	return { district, entries };
}

const bad: EntryValue = { kind: 'bad' };

/** null where nothing was reported */
function readRaw(raw: unknown, input: Input): EntryValue | null {
	if (input.type === 'date' || input.type === 'datetime') {
		if (raw === null) return input.due === true ? null : { kind: 'moment', iso: null };
		return typeof raw === 'string' && isMoment(raw, input.type) ? { kind: 'moment', iso: raw } : bad;
	}
	if (raw === null) return null;
	if (input.type === 'bool') return typeof raw === 'boolean' ? { kind: 'bool', yes: raw } : bad;
	if (input.type === 'list') throw new Error('no hard letter has a list');
	return typeof raw === 'number' ? readNumber(raw, input) : bad;
}

function isMoment(text: string, type: 'date' | 'datetime'): boolean {
	const shape = type === 'date' ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;
	const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
	return shape.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
}

function readNumber(raw: number, input: Input): EntryValue {
	const [whole = '', decimals = ''] = String(Math.abs(raw)).split('.');
	if (decimals.length > 6 || (input.type === 'count' && decimals !== '')) return bad;
	const free = input.type === 'decimal' || input.may_be_negative === true;
	const lowest = input.min ?? (free ? -1e12 : 0);
	const highest = input.max ?? (input.type === 'pct' && input.may_exceed_100 !== true ? 100 : 1e12);
	if (raw < lowest || raw > highest) return bad;
	const size = BigInt(whole + decimals.padEnd(6, '0'));
	return { kind: 'number', scaled: raw < 0 ? -size : size, decimals: decimals.length };
}
