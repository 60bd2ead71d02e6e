// Proving a letter before use, as far as names, weights and lists go: every finding says where, what and what to write.
import { isPrintedFor } from './applies.ts';
import { listMentions, listReadings, type Mention } from './names.ts';
import type { Agreement, Indicator, Outcome, Section } from './schema.ts';

/** What a district would send, by input, as it is written in a file of results: a date as ISO text, null where it is not done. */
export type Witness = Readonly<Record<string, number | boolean | string | null | readonly number[]>>;

export type FindingCode =
	// names, lists and sums
	| 'weight'
	| 'name'
	| 'type'
	| 'unused_input'
	| 'reading'
	| 'district'
	| 'variant'
	| 'parts'
	| 'points'
	| 'period'
	// what a ladder gives, proved over every value there can be
	| 'gap'
	| 'overlap'
	| 'unreachable'
	| 'never_matters'
	| 'repeated'
	| 'skip'
	| 'reversal'
	| 'direction'
	| 'empty_gap'
	| 'cumulation'
	| 'below'
	| 'starts_high'
	| 'missing_level'
	| 'for_nothing'
	| 'tie'
	| 'zero_denominator'
	| 'lost'
	| 'conflict'
	| 'rule_missing'
	// the words beside the conditions
	| 'date_before_letter'
	| 'date_before_round'
	| 'date_after_round'
	| 'words'
	// what cannot be scored with
	| 'too_large'
	| 'rule';

/**
 * `error` must be put right or read, `warning` should be; `answered` is true and a reading of the letter says what then, so
 * nothing is to be done; `note` is true and asks for nothing.
 */
export interface Finding {
	readonly severity: 'error' | 'warning' | 'answered' | 'note';
	/** section/indicator, a section, or the agreement's id */
	readonly at: string;
	readonly code: FindingCode;
	/** a Thai sentence: what, an example, and what to write */
	readonly message: string;
	/** the part whose ladder it is about */
	readonly part?: string;
	/** the letter's words it is about, or where they stand */
	readonly clause?: string | null;
	/** inputs that show it */
	readonly witness?: Witness | null;
	/** what the witness gives; null is undecided */
	readonly gives?: Outcome | null;
	/** inputs to hold the witness against, and what they give */
	readonly compared?: { readonly inputs: Witness; readonly gives: Outcome | null; readonly others: readonly Witness[] };
	/** where the witness is a place among districts: what the others send */
	readonly others?: readonly Witness[];
	/** the reading that answers it */
	readonly reading?: string | null;
	/** it is so only if this other reading of the words were taken */
	readonly under?: { readonly reading: string; readonly text: string };
}

/** `districts`: DOPA codes of the province; without them lists of districts are not checked. */
export function checkAgreement(agreement: Agreement, districts: readonly string[] = []): readonly Finding[] {
	return [
		...checkPeriod(agreement),
		...checkReadings(agreement),
		...agreement.sections.flatMap((section) => [
			...checkWeights(section, districts),
			...checkVariants(section, districts),
			...section.indicators.flatMap((indicator) => checkIndicator(section, indicator, districts))
		])
	];
}

function checkPeriod(agreement: Agreement): readonly Finding[] {
	if (agreement.from <= agreement.to) return [];
	const message = `รอบเริ่ม ${agreement.from} หลังวันสิ้นสุด ${agreement.to} โปรดแก้ from หรือ to`;
	return [{ severity: 'error', at: agreement.agreement, code: 'period', message }];
}

function checkReadings(agreement: Agreement): readonly Finding[] {
	const named = new Map<string, string>();
	for (const section of agreement.sections)
		for (const indicator of section.indicators)
			for (const id of listReadings(indicator)) named.set(id, `${section.section}/${indicator.indicator}`);
	const places = new Set(
		agreement.sections.flatMap((s) => [s.section, ...s.indicators.map((i) => `${s.section}/${i.indicator}`)])
	);
	return [
		...[...named]
			.filter(([id]) => !agreement.readings[id])
			.map(([id, at]): Finding => ({
				severity: 'error',
				at,
				code: 'reading',
				message: `อ้างการตีความ ${id} ซึ่งไม่มีใน readings โปรดเขียนเพิ่มหรือแก้เลข`
			})),
		...Object.entries(agreement.readings).flatMap(([id, reading]) =>
			(reading.about ?? [])
				.filter((place) => !places.has(place))
				.map((place): Finding => ({
					severity: 'error',
					at: agreement.agreement,
					code: 'reading',
					message: `การตีความ ${id} กล่าวถึง ${place} ซึ่งไม่มีในข้อตกลง`
				}))
		)
	];
}

/** What each district's indicators weigh together must be what the section is printed to weigh. */
function checkWeights(section: Section, districts: readonly string[]): readonly Finding[] {
	const weigh = (applies: (indicator: Indicator) => boolean) =>
		section.indicators.filter(applies).reduce((sum, i) => sum + millionths(i.weight ?? 0), 0);
	const lost = millionths(section.lost_weight ?? 0);
	const sums = new Map<number, string[]>();
	const codes = districts.length > 0 ? districts : [...new Set(section.indicators.flatMap(codesOf))];
	if (codes.length === 0) sums.set(weigh(() => true) + lost, []);
	for (const code of codes) {
		const sum = weigh((i) => i.applies_to === 'all' || i.applies_to.includes(code)) + lost;
		sums.set(sum, [...(sums.get(sum) ?? []), code]);
	}
	const sayCodes = (some: readonly string[]) =>
		some.length === 0 ? '' : some.length === codes.length ? ' (ทุกอำเภอ)' : ` (อำเภอ ${some.join(', ')})`;
	return [...sums]
		.filter(([sum]) => sum !== millionths(section.weight))
		.map(([sum, codes]): Finding => ({
			severity: 'error',
			at: section.section,
			code: 'weight',
			message: `น้ำหนักรวมได้ ${sum / 1e6} แต่ส่วนนี้พิมพ์ไว้ ${section.weight}${sayCodes(codes)} โปรดตรวจน้ำหนักหรือรายชื่ออำเภอ`
		}));
}

/** Figures have at most 6 decimals: in millionths they are whole, and so are their sums. */
const millionths = (figure: number) => Math.round(figure * 1e6);

const codesOf = (indicator: Indicator) => (indicator.applies_to === 'all' ? [] : indicator.applies_to);

/** Variants share a number before the dot: each district has exactly one of them. */
function checkVariants(section: Section, districts: readonly string[]): readonly Finding[] {
	const families = new Map<string, Indicator[]>();
	for (const indicator of section.indicators) {
		const [family, variant] = indicator.indicator.split('.');
		if (family !== undefined && variant !== undefined)
			families.set(family, [...(families.get(family) ?? []), indicator]);
	}
	return [...families].flatMap(([family, variants]) =>
		districts.flatMap((code): readonly Finding[] => {
			const held = variants.filter((v) => v.applies_to === 'all' || v.applies_to.includes(code));
			if (held.length === 1) return [];
			const message =
				held.length === 0
					? `อำเภอ ${code} ไม่อยู่ในรายชื่อของ ${variants.map((v) => v.indicator).join(' และ ')} โปรดเพิ่มในรายการใดรายการหนึ่ง`
					: `อำเภอ ${code} อยู่ทั้งใน ${held.map((v) => v.indicator).join(' และ ')} โปรดเหลือไว้รายการเดียว`;
			return [{ severity: 'error', at: `${section.section}/${family}`, code: 'variant', message }];
		})
	);
}

function checkIndicator(section: Section, indicator: Indicator, districts: readonly string[]): readonly Finding[] {
	const at = `${section.section}/${indicator.indicator}`;
	const mentions = listMentions(indicator);
	const findings: Finding[] = [];
	const say = (code: Finding['code'], message: string, severity: Finding['severity'] = 'error') =>
		findings.push({ severity, at, code, message });

	for (const mention of mentions) {
		const trouble = troubleWith(mention, indicator);
		if (trouble) say(trouble.code, trouble.message);
	}
	const used = new Set(mentions.map((mention) => mention.name));
	for (const [name, input] of Object.entries(indicator.inputs)) {
		if (!used.has(name) && !input.information)
			say(
				'unused_input',
				`ขอ ${name} (${input.label}) แต่ไม่มีเกณฑ์ใดใช้ ถ้าเก็บไว้เป็นข้อมูลให้เขียน information: true`,
				'warning'
			);
		if (used.has(name) && input.information)
			say('type', `${name} เป็นข้อมูลประกอบ (information) แต่เกณฑ์ใช้ตัดสิน โปรดเลือกอย่างใดอย่างหนึ่ง`);
	}
	for (const code of codesOf(indicator))
		if (districts.length > 0 && !districts.includes(code)) say('district', `รหัสอำเภอ ${code} ไม่อยู่ในจังหวัดนี้`);
	for (const code of new Set(codesOf(indicator).filter((one, i, all) => all.indexOf(one) !== i)))
		say('district', `รหัสอำเภอ ${code} อยู่ในรายชื่อสองครั้ง โปรดเหลือไว้ครั้งเดียว หรือแก้รหัสที่ผิด`);
	if (!indicator.ladder && indicator.weight !== null) say('parts', 'ไม่มีเกณฑ์ (ladder) ถ้าหน้าหายให้เขียน weight: null');
	for (const { districts: codes } of indicator.except ?? [])
		for (const code of codes)
			if (!isPrintedFor(indicator, code) || (districts.length > 0 && !districts.includes(code)))
				say('district', `except ยกเว้นอำเภอ ${code} ซึ่งไม่มีตัวชี้วัดนี้อยู่แล้ว โปรดตัดออก หรือแก้รหัส`);
	const combines = Object.values(indicator.values ?? {}).some((value) => 'combine' in value);
	if (combines !== (indicator.parts !== undefined)) say('parts', 'parts กับ combine ต้องมีคู่กัน');
	for (const rung of indicator.ladder?.rungs ?? [])
		if (
			'points' in rung &&
			rung.points !== undefined &&
			Math.abs(rung.points * 1000 - Math.round(rung.points * 1000)) > 1e-6
		)
			say('points', `คะแนน ${rung.points} ละเอียดเกิน 3 ตำแหน่ง`);
	return findings;
}

/** Why a rule cannot speak of a name as it does; null where it can. */
export function troubleWith(mention: Mention, indicator: Indicator): { code: 'name' | 'type'; message: string } | null {
	const input = indicator.inputs[mention.name];
	const value =
		indicator.values?.[mention.name] ??
		indicator.alternatives?.flatMap((a) => (a.values?.[mention.name] ? [1] : []))[0];
	if (!input && (mention.as !== 'value' || !value))
		return {
			code: 'name',
			message: `เกณฑ์กล่าวถึง ${mention.name} ซึ่งไม่ได้ประกาศไว้ใน inputs${mention.as === 'value' ? ' หรือ values' : ''} โปรดแก้ตัวสะกด หรือประกาศไว้ก่อน`
		};
	if (!input) return null;
	const moment = input.type === 'date' || input.type === 'datetime';
	const fits = {
		bool: input.type === 'bool',
		moment,
		list: input.type === 'list',
		number: !moment && input.type !== 'list',
		figure: !moment && input.type !== 'list' && input.type !== 'bool',
		value: !moment && input.type !== 'list'
	}[mention.as];
	return fits ? null : { code: 'type', message: `${mention.name} เป็นชนิด ${input.type} ใช้ในที่นี้ไม่ได้` };
}
