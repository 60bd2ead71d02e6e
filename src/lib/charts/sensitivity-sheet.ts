// The sensitivity of a section's places as a chart with its figures.
import { measureSensitivity, type Sensitivity } from '../ranking/sensitivity.ts';
import type { RoundView } from '../ranking/round.ts';
import type { ChartSheet } from './chart-sheet.ts';
import { drawShapes } from './draw-shapes.ts';
import { drawPlaceRanges, type RangeRow } from './place-ranges.ts';

/** Percent of itself that a weight may be shifted by. */
export const shifts = [5, 10, 20] as const;
export const readShift = (text: string | null): number => shifts.find((one) => String(one) === text) ?? 10;

export function listRanges(found: Sensitivity, view: RoundView): readonly RangeRow[] {
	const names = new Map(view.province.districts.map(({ code, name }) => [code, name]));
	const joined = new Set(found.neighbours.filter(({ apart }) => !apart).map(({ above }) => above));
	return found.districts.map(({ district, place, best, worst, moves }): RangeRow => {
		const firm = [place, ...moves.filter(({ scenario }) => scenario.kind !== 'without').map((move) => move.place)];
		const span = { best: Math.min(...firm), worst: Math.max(...firm) };
		const name = names.get(district) ?? district;
		return {
			name,
			place,
			firm: span,
			whole: { best, worst },
			joined: joined.has(district),
			words: [
				`${name} อันดับ ${place}`,
				`ปรับน้ำหนักหรือวินิจฉัยอีกทาง ${saySpan(span)}`,
				`ตัดออกทีละข้อด้วย ${saySpan({ best, worst })}`
			]
		};
	});
}

const saySpan = ({ best, worst }: { readonly best: number; readonly worst: number }): string =>
	best === worst ? `คงที่ ${best}` : `${best}–${worst}`;

export const titleSensitivity = ({ neighbours }: Sensitivity, shift: number): string => {
	const close = neighbours.filter(({ apart }) => !apart).length;
	return close === 0
		? `ปรับน้ำหนัก ±${shift}% แล้วอันดับที่ติดกันยังเรียงเดิมทุกคู่`
		: `${close} คู่ที่อันดับติดกันสลับหรือเสมอกันได้ เมื่อปรับน้ำหนัก ±${shift}% หรือวินิจฉัยอีกทาง`;
};

export function makeSensitivitySheet(found: Sensitivity, view: RoundView, shift: number): ChartSheet {
	const rows = listRanges(found, view);
	const codes = found.districts.map(({ district }) => district);
	return {
		title: titleSensitivity(found, shift),
		alt: `ความไวของอันดับ: ${rows.map(({ name, place, whole }) => `${name} อันดับ ${place} ${saySpan(whole)}`).join('; ')}`,
		draw(look, width) {
			const drawing = drawPlaceRanges(rows, look, width);
			const size = { width, height: drawing.height };
			return { svg: drawShapes(drawing.shapes, size), size };
		},
		table: {
			name: `sensitivity-${found.section}-${shift}`,
			title: `ความไวของอันดับ ±${shift}%`,
			columns: [
				...['รหัส', 'อำเภอ', 'อันดับ'],
				...['ดีสุดเมื่อปรับน้ำหนักหรือวินิจฉัยอีกทาง', 'แย่สุดเมื่อปรับน้ำหนักหรือวินิจฉัยอีกทาง'],
				...['ดีสุดเมื่อตัดออกทีละข้อด้วย', 'แย่สุดเมื่อตัดออกทีละข้อด้วย', 'แยกจากอันดับถัดไป']
			],
			rows: rows.map(({ name, place, firm, whole, joined }, nth) => [
				...[codes[nth] ?? '', name, place, firm.best, firm.worst, whole.best, whole.worst],
				joined ? 'ไม่ได้' : 'ได้'
			])
		}
	};
}

/** `rest`: `team-10`, the section and the shift in percent. */
export function findSensitivitySheet(view: RoundView, rest: string): ChartSheet | null {
	const [, section = '', shift = ''] = /^(.+)-(\d+)$/.exec(rest) ?? [];
	const known = shifts.find((one) => String(one) === shift);
	if (known === undefined || !view.agreement.sections.some((one) => one.section === section)) return null;
	const found = measureSensitivity(view, section, known);
	return found.districts.length === 0 ? null : makeSensitivitySheet(found, view, known);
}
