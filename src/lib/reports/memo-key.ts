// What the marks of the ranking mean: only those that stand on this paper.
import type { Content } from 'pdfmake/interfaces.js';
import type { MarkName } from '../charts/marks.ts';
import { drawHatchKey, drawMark, drawRangeKey, drawSolidKey, drawTones, ink } from './bar-picture.ts';
import type { Ranking } from './rank-lines.ts';
import { chooseMark } from './row-mark.ts';
import { sizes } from './typesetting/sizes.ts';

interface Sign {
	readonly svg: string;
	readonly width: number;
	readonly text: string;
}

const markWords: readonly (readonly [MarkName, string])[] = [
	['not_reported', 'ยังไม่ส่ง'],
	['invalid', 'ค่าใช้ไม่ได้'],
	['undecided', 'รอคำวินิจฉัย'],
	['late', 'ส่งหลังกำหนด']
];

/** `pieces`: bars show what they are made of. */
export function makeKey(rankings: readonly Ranking[], pieces: boolean): Content {
	const lines = rankings.flatMap((ranking) => ranking.lines);
	const worn = new Set(lines.map(chooseMark));
	const signs: Sign[] = [
		pieces
			? { svg: drawTones(), width: 45, text: 'ระดับต่ำถึงสูง' }
			: { svg: drawSolidKey(), width: 14, text: 'คะแนนที่ได้แล้ว' }
	];
	if (lines.some((line) => (line.percent_worst ?? 0) > (line.percent ?? 0))) {
		signs.push({ svg: drawHatchKey(), width: 14, text: 'ได้แน่แม้ยังรอ' });
	}
	if (lines.some((line) => (line.percent_best ?? 0) > (line.percent_worst ?? 0))) {
		signs.push({ svg: drawRangeKey(), width: 18, text: 'ไปได้ไกลสุด' });
	}
	for (const [mark, text] of markWords) {
		if (worn.has(mark)) signs.push({ svg: drawMark(mark, 7), width: 7, text });
	}
	const sign = ({ svg, width, text }: Sign) => [
		{ width, svg, margin: [0, 2, 0, 0] as [number, number, number, number] },
		{ width: 'auto' as const, text, noWrap: true, margin: [0, 0, 7, 0] as [number, number, number, number] }
	];
	return {
		columns: signs.flatMap(sign),
		columnGap: 2.5,
		fontSize: sizes.key,
		color: ink.soft,
		lineHeight: 1.2,
		margin: [0, -3, 0, 3]
	};
}
