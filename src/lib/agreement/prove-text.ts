// The words of a rung held against its conditions: a figure, a day or a comparison that the words do not have needs a reading.
import { formatNumber } from '../thai/numbers.ts';
import { formatDate } from '../thai/write-date.ts';
import type { Finding, Witness } from './check.ts';
import { datesOf, leavesOf } from './leaves.ts';
import { listConditions } from './names.ts';
import { findReading, plainText, quotesDay, quotesFigure, type Quote } from './prove-readings.ts';
import { sayOutcome } from './say.ts';
import type { Agreement, Condition, Indicator, Rung } from './schema.ts';

type Outcomed = Extract<Rung, { outcome: unknown }>;
type Compared = Extract<Condition, { value: string }>;
const comparisons = ['at_least', 'more_than', 'at_most', 'less_than', 'equals'] as const;
type Comparison = (typeof comparisons)[number];

export function proveText(agreement: Agreement, at: string, indicator: Indicator): readonly Finding[] {
	const ladders = [indicator.ladder, ...(indicator.parts ?? []).map((part) => part.ladder)];
	const rungs = ladders.map((ladder) => (ladder?.rungs ?? []).filter((rung): rung is Outcomed => 'outcome' in rung));
	const warn = (rung: Outcomed, message: string, quotes: readonly Quote[], witness: Witness | null): Finding => ({
		severity: 'warning',
		at,
		code: 'words',
		message: `${sayOutcome(rung.outcome)}: ${message} แก้ให้ตรงกัน หรือเขียนการตีความที่อ้างคำนี้`,
		clause: rung.text,
		witness,
		reading: findReading(agreement, at, quotes)
	});
	return rungs.flatMap((ladder) => [
		...ladder.flatMap((rung, i) => [
			...figures(rung, ladder.slice(0, i), monthsOf(agreement)).map(({ figure, name, message }) =>
				warn(rung, message, [quotesFigure(figure)], indicator.inputs[name] ? { [name]: figure } : null)
			),
			...days(rung, ladder.slice(0, i)).map(({ day, name, message }) =>
				warn(rung, message, [(text) => quotesDay(day)(text) || text.includes(day)], { [name]: day })
			)
		]),
		...years(ladder).map(({ rung, year, message }) => warn(rung, message, [quotesFigure(year)], null))
	]);
}

/** A word that compares, and what it asks. The longer words come first: น้อยกว่า stands inside ไม่น้อยกว่า. */
const words: readonly (readonly [string, Comparison])[] = [
	['ไม่น้อยกว่า', 'at_least'],
	['ไม่ต่ำกว่า', 'at_least'],
	['อย่างน้อย', 'at_least'],
	['น้อยกว่าหรือเท่ากับ', 'at_most'],
	['มากกว่าหรือเท่ากับ', 'at_least'],
	['ไม่มากกว่า', 'at_most'],
	['ไม่เกิน', 'at_most'],
	['มากกว่า', 'more_than'],
	['น้อยกว่า', 'less_than'],
	['ต่ำกว่า', 'less_than'],
	['ไม่ถึง', 'less_than'],
	['เท่ากับ', 'equals']
];
const compared = new RegExp(
	`(${words.map(([word]) => word).join('|')})\\s*(?:ร้อยละ|จำนวน|ลำดับที่)?\\s*(\\d+(?:\\.\\d+)?)`,
	'g'
);

interface Differs {
	readonly figure: number;
	readonly name: string;
	readonly message: string;
}

/** What a rung asks anew: a condition of a lower rung has its words there. */
function ownConditions(rung: Outcomed, lower: readonly Outcomed[]): readonly Condition[] {
	const below = new Set(lower.flatMap(listConditions).map((condition) => JSON.stringify(condition)));
	return listConditions(rung).filter((condition) => !below.has(JSON.stringify(condition)));
}

/** 0, 1 and 100 are what มี, อย่างน้อย and ทุก ask without a figure. */
const UNWRITTEN = new Set([0, 1, 100]);

/** Months that the round touches. */
function monthsOf({ from, to }: Agreement): number {
	const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
	return months(to) - months(from) + 1;
}

function figures(rung: Outcomed, lower: readonly Outcomed[], months: number): readonly Differs[] {
	const text = plainText(rung.text);
	const everyMonth = /ทุกเดือน|รายเดือน/.test(text);
	// a list of as many things as the figure
	const listed = [...text.matchAll(/(?:^|\s)-(?=\S)/g)].length;
	const said = [...text.matchAll(compared)].map(([, word, figure]) => ({
		word: word ?? '',
		figure: Number(figure),
		asks: words.find(([one]) => one === word)?.[1]
	}));
	return ownConditions(rung, lower)
		.flatMap(boundsOf)
		.flatMap(({ condition, comparison, figure }): readonly Differs[] => {
			const name = condition.value;
			const stands = `เงื่อนไขใช้ ${formatNumber(figure)}`;
			if (!quotesFigure(figure)(text)) {
				// a whole number more is what มากกว่า asks of a count, and the next class begins one after the last
				const near = [figure - 1, figure + 1].some((one) => quotesFigure(one)(text));
				return UNWRITTEN.has(figure) || near || figure === listed || (everyMonth && figure === months)
					? []
					: [{ figure, name, message: `${stands} ซึ่งไม่มีในข้อความ` }];
			}
			const about = said.filter((one) => one.figure === figure);
			if (about.length === 0 || about.some(({ asks }) => asks === comparison)) return [];
			if (comparison === 'equals' || figure === 100) return [];
			const other = about[0];
			return [
				{
					figure,
					name,
					message: `ข้อความพิมพ์ «${other?.word ?? ''} ${formatNumber(figure)}» แต่${stands} เป็น${sayComparison[comparison]}`
				}
			];
		});
}

const sayComparison: Readonly<Record<Comparison, string>> = {
	at_least: 'ไม่น้อยกว่า',
	more_than: 'มากกว่า',
	at_most: 'ไม่เกิน',
	less_than: 'น้อยกว่า',
	equals: 'เท่ากับ'
};

interface Compares {
	readonly condition: Compared;
	readonly comparison: Comparison;
	readonly figure: number;
}
function boundsOf(condition: Condition): readonly Compares[] {
	return leavesOf(condition).flatMap((leaf) =>
		'value' in leaf
			? comparisons.flatMap((comparison) => {
					const figure = leaf[comparison];
					return typeof figure === 'number' ? [{ condition: leaf, comparison, figure }] : [];
				})
			: []
	);
}

function days(
	rung: Outcomed,
	lower: readonly Outcomed[]
): readonly { readonly day: string; readonly name: string; readonly message: string }[] {
	const text = plainText(rung.text);
	return ownConditions(rung, lower)
		.flatMap(datesOf)
		.flatMap(({ name, day }) => {
			if (quotesDay(day, true)(text)) return [];
			const said = formatDate(day.slice(0, 10), { months: 'short' });
			const lacks = quotesDay(day)(text) ? 'ซึ่งข้อความไม่พิมพ์ปี' : 'ซึ่งไม่มีในข้อความ';
			return [{ day: day.slice(0, 10), name, message: `เงื่อนไขใช้วันที่ ${said} ${lacks}` }];
		});
}

/** A rung that prints another fiscal year than all the others do. */
function years(
	ladder: readonly Outcomed[]
): readonly { readonly rung: Outcomed; readonly year: number; readonly message: string }[] {
	const printed = ladder.map(
		(rung) =>
			new Set(
				[...plainText(rung.text).matchAll(/ปีงบประมาณ\s*(?:พ\.\s?ศ\.)?\s*(25[4-9]\d)/g)].map(([, year]) => Number(year))
			)
	);
	return ladder.flatMap((rung, i) => {
		const others = printed.filter((years, j) => j !== i && years.size > 0);
		const common = [...(others[0] ?? [])].find((year) => others.every((years) => years.has(year)));
		const own = printed[i];
		const [year] = own ?? [];
		if (others.length < 3 || common === undefined || year === undefined || own?.has(common) === true) return [];
		return [{ rung, year, message: `พิมพ์ปี ${year} แต่ผลอื่นพิมพ์ปี ${common}` }];
	});
}
