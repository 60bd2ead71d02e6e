// What the marks of the ranking mean: only those that stand on this paper.
import type { Column, Content } from 'pdfmake/interfaces.js';
import { drawHatchKey, drawMark, drawRangeKey, drawSolidKey, drawTones, ink } from '../bar-picture.ts';
import type { Ranking } from '../rank-lines.ts';
import { showsPieces, widthOf, type Shape } from '../ranking/shape.ts';
import { chooseMark, markWords, type RowMark } from '../ranking/row-mark.ts';
import type { Sheet } from '../sheet.ts';

interface Sign {
	readonly svg: string;
	readonly width: number;
	readonly text: string;
}

const marksInOrder: readonly RowMark[] = ['not_reported', 'invalid', 'undecided', 'late'];

function listSigns(rankings: readonly Ranking[], shape: Shape): readonly Sign[] {
	const lines = rankings.flatMap((ranking) => ranking.lines);
	const worn = new Set(lines.map(chooseMark));
	const signs: Sign[] = [];
	if (shape.bar > 0) {
		if (lines.some((line) => (line.percent ?? 0) > 0)) {
			signs.push(
				showsPieces(shape)
					? { svg: drawTones(), width: 45, text: 'ระดับต่ำถึงสูง' }
					: { svg: drawSolidKey(), width: 14, text: 'คะแนนที่ได้แล้ว' }
			);
		}
		if (lines.some((line) => (line.percent_worst ?? 0) > (line.percent ?? 0))) {
			signs.push({ svg: drawHatchKey(), width: 14, text: 'ได้แน่แม้ยังรอ' });
		}
		if (lines.some((line) => (line.percent_best ?? 0) > (line.percent_worst ?? 0))) {
			signs.push({ svg: drawRangeKey(), width: 18, text: 'ไปได้ไกลสุด' });
		}
	}
	for (const mark of marksInOrder) {
		if (worn.has(mark)) signs.push({ svg: drawMark(mark, 7), width: 7, text: markWords[mark] });
	}
	return signs;
}

/** On as many lines as the page is wide. */
export function makeKey(
	rankings: readonly Ranking[],
	shape: Shape,
	{ textWidth }: Sheet
): { readonly content: Content; readonly height: number } {
	const font = shape.font * 0.93;
	const lines: Sign[][] = [[]];
	let taken = 0;
	for (const sign of listSigns(rankings, shape)) {
		const width = sign.width + 2 * columnGap + after + widthOf(sign.text, font);
		if (taken + width > textWidth) {
			lines.push([]);
			taken = 0;
		}
		taken += width;
		lines.at(-1)?.push(sign);
	}
	const lineHeight = 1.2;
	return {
		content: {
			stack: lines.map((signs) => ({ columns: signs.flatMap(showSign), columnGap })),
			fontSize: font,
			color: ink.soft,
			lineHeight,
			margin: [0, -3, 0, 3]
		},
		height: lines.length * font * 1.3 * lineHeight
	};
}

const columnGap = 2.5;
const after = 7;
const showSign = ({ svg, width, text }: Sign): Column[] => [
	{ width, svg, margin: [0, 2, 0, 0] },
	{ width: 'auto', text, noWrap: true, margin: [0, 0, after, 0] }
];
