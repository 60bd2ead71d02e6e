// Where the districts stand on one indicator, as a chart with its figures.
import { sayOutcome } from '../agreement/say.ts';
import type { Indicator } from '../agreement/schema.ts';
import type { RoundView } from '../ranking/round.ts';
import type { ChartSheet } from './chart-sheet.ts';
import { drawShapes } from './draw-shapes.ts';
import { drawSpread } from './draw-spread.ts';
import { spreadIndicator, type IndicatorSpread } from './indicator-spread.ts';

/** What the picture shows first: who is little short of the next outcome, or how many stand where most stand. */
export function titleSpread(spread: IndicatorSpread): string {
	if (spread.kind === 'line') {
		const near = spread.dots.filter((dot) => dot.near && !dot.held);
		const [first, second] = near;
		if (first !== undefined && second === undefined) return `${first.name}ขาดอีกไม่มากจะถึงระดับถัดไป`;
		if (first !== undefined) return `${near.length} อำเภอขาดอีกไม่มากจะถึงระดับถัดไป`;
		return `${spread.dots.length} อำเภอบนเส้นเกณฑ์`;
	}
	const scored = spread.spread.pieces.flatMap((piece) => (piece.kind === 'outcome' ? [piece] : []));
	const most = scored.toSorted((a, b) => b.count - a.count)[0];
	if (most === undefined) return 'ยังไม่มีอำเภอใดมีผล';
	const { total } = spread.spread;
	return `${most.count === total ? `ทั้ง ${total}` : `${most.count} จาก ${total}`} อำเภอได้${sayOutcome(most.outcome)}`;
}

const statusNames = {
	scored: 'มีผล',
	not_reported: 'ยังไม่ส่ง',
	invalid: 'ค่าใช้ไม่ได้',
	undecided: 'รอคำวินิจฉัย',
	not_applicable: 'ไม่ใช้กับอำเภอนี้'
} as const;

export function makeSpreadSheet(view: RoundView, section: string, indicator: Indicator): ChartSheet | null {
	const spread = spreadIndicator(view, section, indicator);
	if (spread.kind === 'counts' && spread.spread.total === 0) return null;
	const scores = view.answer.scores.filter((one) => one.section === section && one.indicator === indicator.indicator);
	const names = new Map(view.province.districts.map(({ code, name }) => [code, name]));
	return {
		title: titleSpread(spread),
		alt: saySpread(spread),
		draw(look, width) {
			const drawing = drawSpread(spread, look, width);
			const size = { width, height: drawing.height };
			return { svg: drawShapes(drawing.shapes, size), size };
		},
		table: {
			name: `spread-${section}-${indicator.indicator}`,
			title: `ข้อ ${indicator.indicator} ${indicator.short}`,
			columns: ['รหัส', 'อำเภอ', 'ค่าที่วัด', 'ผล', 'สถานะ', 'คะแนนถ่วง'],
			rows: scores.map(({ district, value, outcome, status, weighted }) => [
				...[district, names.get(district) ?? district, value],
				...[outcome === null ? null : sayOutcome(outcome), statusNames[status], weighted]
			])
		}
	};
}

function saySpread(spread: IndicatorSpread): string {
	if (spread.kind === 'counts')
		return spread.spread.pieces
			.map(
				(piece) =>
					`${piece.kind === 'outcome' ? sayOutcome(piece.outcome) : statusNames[piece.status]} ${piece.count} อำเภอ`
			)
			.join('; ');
	const { bands } = spread.line;
	return bands
		.map(({ outcome, x, width }, nth) => {
			const end = nth === bands.length - 1 ? 101 : x + width;
			const own = spread.dots.filter((dot) => dot.x >= x && dot.x < end).length;
			return `ช่วง${outcome === '' ? 'ต่ำกว่าเกณฑ์' : sayOutcome(outcome)} ${own} อำเภอ`;
		})
		.join('; ');
}

/** `rest`: `team-1`, the section and the number of the indicator. */
export function findSpreadSheet(view: RoundView, rest: string): ChartSheet | null {
	const [, name = '', number = ''] = /^(.+)-([^-]+)$/.exec(rest) ?? [];
	const section = view.agreement.sections.find((one) => one.section === name);
	const indicator = section?.indicators.find((one) => one.indicator === number);
	return indicator === undefined ? null : makeSpreadSheet(view, name, indicator);
}
