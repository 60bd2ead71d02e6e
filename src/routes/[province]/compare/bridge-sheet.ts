// What made a percent change, of the province's mean or of one district, as a picture and its figures: step by step, and which
// indicators each step is made of.
import { listBridge, startOf, type BridgeRow } from '$lib/charts/bridge.ts';
import { drawBridge } from '$lib/charts/bridge-picture.ts';
import type { ChartSheet } from '$lib/charts/chart-sheet.ts';
import { drawShapes } from '$lib/charts/draw-shapes.ts';
import { sectionWords } from '$lib/components/words.ts';
import { addParts, bridgeParts, mapParts, noParts, type BridgeItem, type BridgeParts } from '$lib/ranking/bridge.ts';
import { changeOf, type RoundChange, type SectionChange } from '$lib/ranking/compare.ts';
import { compare, divide, fraction, isNought, negate, numberOf, sum, type Fraction } from '$lib/scoring/fraction.ts';
import { partNames } from '$lib/reports/comparison/part-names.ts';
import { shortRound } from '$lib/reports/comparison/words.ts';
import { writeDigits, type Digits } from '$lib/thai/digits.ts';
import { showChange, showExact } from '$lib/reports/show-change.ts';

/** A bridge, and the indicators that made it. */
export interface Crossing {
	readonly before: Fraction;
	readonly after: Fraction;
	readonly parts: BridgeParts;
	readonly items: readonly CrossingItem[];
}
/** One indicator's part of the change. */
export interface CrossingItem {
	readonly section: string;
	readonly number: string;
	readonly short: string;
	readonly parts: BridgeParts;
}

const nameItem = ({ pair }: BridgeItem) => {
	const indicator = pair.after ?? pair.before;
	return { section: pair.section, number: indicator?.indicator ?? '', short: indicator?.short ?? '' };
};

export function crossMean({ mean, districts }: SectionChange): Crossing | null {
	if (mean === null) return null;
	const sums = new Map<string, CrossingItem>();
	for (const item of districts.flatMap(({ bridge }) => bridge?.items ?? [])) {
		const name = nameItem(item);
		const { before, after } = item.pair;
		const key = [name.section, before?.indicator, after?.indicator].join('/');
		sums.set(key, { ...name, parts: addParts(sums.get(key)?.parts ?? noParts, item.parts) });
	}
	const shared = fraction(BigInt(mean.districts), 1n);
	const items = [...sums.values()].map((item) => ({
		...item,
		parts: mapParts((part) => divide(item.parts[part], shared))
	}));
	return { ...mean, items: inOrder(items) };
}

/** Section by section as they come first; 2.1 stands before 10. */
function inOrder(items: readonly CrossingItem[]): readonly CrossingItem[] {
	const sections = [...new Set(items.map(({ section }) => section))];
	return items.toSorted(
		(a, b) =>
			sections.indexOf(a.section) - sections.indexOf(b.section) ||
			a.number.localeCompare(b.number, 'en', { numeric: true })
	);
}

export function crossDistrict({ districts }: SectionChange, code: string): Crossing | null {
	const bridge = districts.find(({ district }) => district.code === code)?.bridge ?? null;
	return bridge && { ...bridge, items: bridge.items.map((item) => ({ ...nameItem(item), parts: item.parts })) };
}

const causes: Readonly<Record<keyof BridgeParts, string>> = {
	performance: 'ผลงาน',
	rule: 'เกณฑ์ที่เปลี่ยน',
	weight: 'น้ำหนักที่เปลี่ยน',
	coverage: 'ข้อที่มีผลรอบเดียว',
	unlike: 'ข้อที่เทียบไม่ได้'
};

const size = (value: Fraction): Fraction => (value.over < 0n ? negate(value) : value);

/** ค่าเฉลี่ยลด 2.00 ส่วนหนึ่งเพราะข้อที่มีผลรอบเดียว: the largest part on the side of the change. */
export function titleBridge(crossing: Crossing, what: string): string {
	const change = changeOf(crossing);
	if (isNought(change)) return `${what}เท่าเดิมที่ ${showExact(crossing.after)}`;
	const up = change.over > 0n;
	const [most] = bridgeParts
		.filter((part) => !isNought(crossing.parts[part]) && crossing.parts[part].over > 0n === up)
		.toSorted((a, b) => compare(size(crossing.parts[b]), size(crossing.parts[a])));
	const because = most === undefined ? '' : ` ส่วนหนึ่งเพราะ${causes[most]}`;
	return `${what}${up ? 'เพิ่ม' : 'ลด'} ${showExact(size(change))}${because}`;
}

export interface BridgePicture {
	readonly rows: readonly BridgeRow[];
	/** said where a row is pointed at */
	readonly words: readonly (readonly string[])[];
	/** where the bars begin, above 0 where their foot is cut off */
	readonly start: number;
}

/** Indicators that a pointer names for one part. */
const mostItems = 6;
/** and those that stand in the picture */
const mostNotes = 2;

/** In the digits chosen. */
export function pictureBridge(crossing: Crossing, step: RoundChange, digits: Digits = 'arabic'): BridgePicture {
	const write = (text: string) => writeDigits(text, digits);
	const several = new Set(crossing.items.map(({ section }) => section)).size > 1;
	const nameOf = ({ section, number }: CrossingItem) =>
		several ? `${sectionWords[section] ?? section} ${number}` : `ข้อ ${number}`;
	const rows = listBridge(crossing, {
		before: write(shortRound(step.before, [step.after])),
		after: write(shortRound(step.after, [step.before])),
		parts: partNames,
		total: (value) => write(showExact(value)),
		change: (value) => write(showChange(value))
	});
	const parts = bridgeParts.filter((part) => !isNought(crossing.parts[part]));
	const told = rows.map((row, nth) => {
		const said = `${row.label} ${row.text}`;
		const part = parts[nth - 1];
		if (part === undefined || nth === rows.length - 1) return { row, words: [said] };
		const made = crossing.items
			.filter((item) => !isNought(item.parts[part]))
			.toSorted((a, b) => compare(size(b.parts[part]), size(a.parts[part])));
		const rest = made.length - mostItems;
		const words = made
			.slice(0, mostItems)
			.map((item) => `${nameOf(item)} ${item.short} ${showChange(item.parts[part])}`);
		const notes = made.slice(0, mostNotes).map((item) => write(`${nameOf(item)} ${showChange(item.parts[part])}`));
		return { row: { ...row, notes }, words: [said, ...words, ...(rest > 0 ? [`และอีก ${rest} ข้อ`] : [])] };
	});
	return { rows: told.map(({ row }) => row), words: told.map(({ words }) => words), start: startOf(rows) };
}

/** `name`: of its file. */
export function makeBridgeSheet(
	crossing: Crossing,
	step: RoundChange,
	what: string,
	name: string,
	digits: Digits = 'arabic'
): ChartSheet {
	const { rows, words } = pictureBridge(crossing, step, digits);
	const shown = bridgeParts.filter((part) => !isNought(crossing.parts[part]));
	return {
		title: titleBridge(crossing, what),
		alt: rows.map(({ label, text }) => `${label} ${text}`).join('; '),
		draw(look, width) {
			const drawing = drawBridge(rows, words, look, width);
			const picture = { width, height: drawing.height };
			return { svg: drawShapes(drawing.shapes, picture), size: picture };
		},
		table: {
			name,
			title: what,
			columns: ['ข้อ', 'ตัวชี้วัด', ...shown.map((part) => partNames[part]), 'รวม'],
			rows: [
				...crossing.items.map((item) => [
					...[item.number, item.short],
					...shown.map((part) => numberOf(item.parts[part])),
					numberOf(sumOf(item.parts))
				]),
				['', 'รวม', ...shown.map((part) => numberOf(crossing.parts[part])), numberOf(changeOf(crossing))]
			]
		}
	};
}

const sumOf = (parts: BridgeParts): Fraction => sum(bridgeParts.map((part) => parts[part]));
