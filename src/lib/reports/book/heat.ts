// The heat table: a row for each district, a column for each indicator, the outcome in words of one sign and in a tone that
// keeps its order in greyscale. What has no outcome wears the shape of its status.
import type { Content, ContentSvg, TableCell } from 'pdfmake/interfaces.js';
import type { Indicator, Section } from '../../agreement/schema.ts';
import { paperLook } from '../../charts/look.ts';
import type { MarkName } from '../../charts/marks.ts';
import { toneOf } from '../../charts/tones.ts';
import { scoreKey, type RoundView } from '../../ranking/round.ts';
import type { IndicatorScore, Outcome, Status } from '../../scoring/results.ts';
import { drawMark, drawTones, ink } from '../bar-picture.ts';
import { head, widthOf } from './pieces.ts';
import { nameSection } from '../rank-lines.ts';
import type { Sheet } from '../sheet.ts';

interface Column {
	readonly section: Section;
	readonly indicator: Indicator;
}

/** A column narrower than this can't hold its sign. */
const narrowest = 12.5;
const widest = 34;
/** White between two cells, and before the first of a section. */
const hair = 0.6;
const gap = 3;
/** A row is this high, or as low as this where its table and the key to it fill the page otherwise. */
const rowHeight = { most: 15, least: 13.6 };
/** Title and note over the first table, heads of its columns but for their upright names, and the key under it. */
const besidesRows = 128;
const markSize = 8;
/** Longest upright name of an indicator, in points. */
const tallest = 118;

export const statusWords: Readonly<Record<Exclude<Status, 'scored'>, string>> = {
	not_reported: 'ยังไม่ส่ง',
	invalid: 'ค่าใช้ไม่ได้',
	undecided: 'รอคำวินิจฉัย',
	not_applicable: 'ไม่ใช้กับอำเภอนี้'
};
const colours: Readonly<Record<string, string>> = { green: 'ข', yellow: 'ล', red: 'ด' };
const colourWords: Readonly<Record<string, string>> = { green: 'เขียว', yellow: 'เหลือง', red: 'แดง' };
/** A colour is written out where its column is this wide, else as its letter. */
const wideEnough = 26;
const signOf = (outcome: Outcome, width: number): string =>
	typeof outcome === 'number'
		? String(outcome)
		: ((width < wideEnough ? colours[outcome] : colourWords[outcome]) ?? outcome);

/** One table, or several where there are more indicators than a page is wide: sections are not parted unless one alone is too wide. */
export function makeHeatTables(view: RoundView, sheet: Sheet): readonly Content[] {
	const names = Math.max(...view.province.districts.map(({ name }) => widthOf(name, sheet.sizes.table))) + 4;
	const room = sheet.textWidth - names - view.agreement.sections.length * gap;
	const groups = splitColumns(view, Math.max(1, Math.floor(room / (narrowest + hair))));
	const scores = new Map(view.answer.scores.map((score) => [scoreKey(score), score]));
	return groups.map((columns): Content => {
		const width = Math.min(widest, room / columns.length - hair);
		return makeHeat(view, scores, columns, names, width, sheet);
	});
}

function splitColumns({ agreement }: RoundView, most: number): readonly (readonly Column[])[] {
	const groups: Column[][] = [];
	for (const section of agreement.sections) {
		const columns = section.indicators.map((indicator): Column => ({ section, indicator }));
		const last = groups.at(-1);
		if (last !== undefined && last.length + columns.length <= most) last.push(...columns);
		else for (let from = 0; from < columns.length; from += most) groups.push(columns.slice(from, from + most));
	}
	return groups;
}

function makeHeat(
	view: RoundView,
	scores: ReadonlyMap<string, IndicatorScore>,
	columns: readonly Column[],
	names: number,
	width: number,
	sheet: Sheet
): Content {
	const size = sheet.sizes.key;
	const tall = Math.min(tallest, Math.max(...columns.map(({ indicator }) => widthOf(indicator.short, size))) + 4);
	const { length } = view.province.districts;
	const high = Math.max(
		rowHeight.least,
		Math.min(rowHeight.most, (sheet.textHeight - besidesRows - tall) / length - hair)
	);
	const over = (high - rowHeight.most) / 2 + 2.4;
	const starts = columns.map(({ section }, nth) => columns[nth - 1]?.section !== section);
	const body: TableCell[][] = [
		['', ...nameSections(columns, size)],
		[
			{ text: 'อำเภอ', fontSize: size, color: ink.soft, lineHeight: 1.2, margin: [0, tall - 9, 0, 0] },
			...columns.map(({ indicator }) => drawUpright(indicator.short, width, tall, size))
		],
		['', ...columns.map(({ indicator }) => head({ text: indicator.indicator, bold: true }, sheet, 'center'))],
		...view.province.districts.map(({ code, name }): TableCell[] => [
			{ text: name, noWrap: true, fontSize: sheet.sizes.table, lineHeight: 1, margin: [0, over, 0, 0] },
			...columns.map(({ section, indicator }) =>
				makeCell(scores.get(`${code}/${section.section}/${indicator.indicator}`), indicator, sheet, {
					width,
					high,
					over
				})
			)
		])
	];
	return {
		table: {
			headerRows: 3,
			keepWithHeaderRows: 1,
			dontBreakRows: true,
			widths: [names, ...columns.map(() => width)],
			heights: (row) => (row < 3 ? 'auto' : high),
			body
		},
		layout: {
			hLineWidth: (line) => (line < 3 ? 0 : line === 3 ? 0.7 : hair),
			hLineColor: (line) => (line === 3 ? ink.text : '#ffffff'),
			vLineWidth: (line) => (line < 2 ? 0 : line <= columns.length ? (starts[line - 1] === true ? gap : hair) : 0),
			vLineColor: () => '#ffffff',
			paddingLeft: () => 0,
			paddingRight: () => 0,
			paddingTop: () => 0,
			paddingBottom: () => 0
		},
		margin: [0, 0, 0, 5]
	};
}

/** The name of a section over the columns that are its. */
function nameSections(columns: readonly Column[], fontSize: number): readonly TableCell[] {
	return columns.map(({ section }, nth): TableCell => {
		if (columns[nth - 1]?.section === section) return '';
		const colSpan = columns.slice(nth).findIndex((other) => other.section !== section);
		return {
			text: nameSection(section),
			colSpan: colSpan === -1 ? columns.length - nth : colSpan,
			bold: true,
			fontSize,
			lineHeight: 1.2,
			alignment: 'left',
			margin: [2, 0, 0, 2]
		};
	});
}

/** A name that reads upwards; cut to two lines where it is too long for one. */
function drawUpright(text: string, width: number, height: number, size: number): TableCell {
	const lines = widthOf(text, size) + 4 > height ? halve(text) : [text];
	const pitch = size * 1.2;
	const middle = width / 2 + size * 0.3;
	const written = lines.map((line, nth) => {
		const x = middle + (nth - (lines.length - 1) / 2) * pitch;
		return `<text transform="translate(${x.toFixed(2)} ${(height - 2).toFixed(2)}) rotate(-90)" font-family="Sarabun" font-size="${size}" fill="${ink.text}">${escape(line)}</text>`;
	});
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width.toFixed(2)}" height="${height.toFixed(2)}" viewBox="0 0 ${width.toFixed(2)} ${height.toFixed(2)}">${written.join('')}</svg>`;
	return { svg, width, alt: text } as ContentSvg;
}

function halve(text: string): readonly string[] {
	const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
	const middle = text.length / 2;
	const at = spaces.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
	return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Points; `over`: white above the text. */
interface Box {
	readonly width: number;
	readonly high: number;
	readonly over: number;
}

function makeCell(score: IndicatorScore | undefined, indicator: Indicator, sheet: Sheet, box: Box): TableCell {
	if (score === undefined) return '';
	if (score.status !== 'scored' || score.outcome === null) return drawStatus(score.status, box);
	const tone = toneOf(score.outcome, indicator);
	return {
		text: signOf(score.outcome, box.width),
		alignment: 'center',
		fillColor: paperLook.tones[tone],
		color: paperLook.onTones[tone],
		fontSize: sheet.sizes.table,
		lineHeight: 1,
		margin: [0, box.over, 0, 0],
		...(tone === 0 ? { fillColor: '#f4f4f1' } : {})
	};
}

function drawStatus(status: Status, { width, high }: Box): TableCell {
	if (status === 'scored') return '';
	const left = (width - markSize) / 2;
	return {
		svg: drawMark(status satisfies MarkName, markSize),
		width: markSize,
		margin: [left, (high - markSize) / 2, 0, 0],
		alt: statusWords[status]
	} as ContentSvg;
}

/** What tones and shapes mean: only those that stand in the table. */
export function makeHeatKey({ answer }: RoundView, sheet: Sheet): Content {
	const worn = new Set(answer.scores.map(({ status }) => status));
	const given = new Set(answer.scores.flatMap(({ outcome }) => (outcome === null ? [] : [outcome])));
	const signs = (Object.keys(statusWords) as (keyof typeof statusWords)[]).filter((status) => worn.has(status));
	const letters = Object.keys(colours).filter((colour) => given.has(colour));
	const words = letters.map((colour) => `${colours[colour] ?? ''} = ${colourWords[colour] ?? ''}`).join(' ');
	const sign = (svg: string, width: number, text: string): readonly Content[] => [
		{ svg, width, margin: [0, 2, 0, 0] },
		{ width: 'auto', text, noWrap: true, margin: [0, 0, 8, 0] } as Content
	];
	return {
		columns: [
			...(given.size === 0 ? [] : sign(drawTones(), 45, `ผลต่ำถึงสูง${words === '' ? '' : ` ${words}`}`)),
			...signs.flatMap((status) => sign(drawMark(status, 7), 7, statusWords[status]))
		],
		columnGap: 2.5,
		fontSize: sheet.sizes.key,
		color: ink.soft,
		lineHeight: 1.2,
		margin: [0, 0, 0, 4]
	};
}
