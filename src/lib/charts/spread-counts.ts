// Districts counted by outcome: a row of dots for each, the highest first, then rows of hollow ones for what is open.
import { sayOutcome } from '../agreement/say.ts';
import type { LevelSpread, OpenStatus, SpreadPiece } from './level-spread.ts';
import type { ChartLook } from './look.ts';
import { measureEm } from './measure-text.ts';
import { drawBox, drawDot, drawText, type Shape } from './shapes.ts';
import type { Drawing } from './spread-line.ts';

const openWords: Readonly<Record<OpenStatus, string>> = {
	undecided: 'รอคำวินิจฉัย',
	invalid: 'ค่าใช้ไม่ได้',
	not_reported: 'ยังไม่ส่ง'
};

const wordsOf = (piece: SpreadPiece): string =>
	piece.kind === 'outcome' ? sayOutcome(piece.outcome) : openWords[piece.status];

export function drawSpreadCounts({ pieces }: LevelSpread, look: ChartLook, width: number): Drawing {
	const { size } = look;
	const labels = Math.max(0, ...pieces.map((piece) => measureEm(wordsOf(piece)))) * size * 1.08 + size;
	const most = Math.max(1, ...pieces.map(({ count }) => count));
	const numbers = measureEm('999 อำเภอ') * size + size;
	const apart = Math.min(size * 1.35, (width - labels - numbers) / most);
	const radius = apart * 0.4;
	const rowHeight = size * 1.7;
	const shapes = pieces.flatMap((piece, nth): Shape[] => {
		const y = (nth + 0.5) * rowHeight;
		const dots = Array.from({ length: piece.count }, (_, at) =>
			drawUnit(piece, labels + (at + 0.5) * apart, y, radius, look)
		);
		return [
			drawText(0, y, wordsOf(piece), { size, fill: look.text }),
			...dots,
			drawText(labels + piece.count * apart + size * 0.5, y, `${piece.count} อำเภอ`, { size, fill: look.soft })
		];
	});
	return { shapes, marks: [], width, height: pieces.length * rowHeight };
}

/** A district: filled by its outcome, hollow while open; a square one waits for a ruling. */
function drawUnit(piece: SpreadPiece, x: number, y: number, radius: number, look: ChartLook): Shape {
	if (piece.kind === 'outcome')
		return drawDot(x, y, radius, look.tones[piece.tone], { stroke: look.edges[piece.tone], width: 0.7 });
	if (piece.status !== 'undecided')
		return drawDot(x, y, radius, look.ground, { stroke: look.soft, width: 0.7, dash: [1.6, 1.2] });
	const box = { x: x - radius * 0.85, y: y - radius * 0.85, width: radius * 1.7, height: radius * 1.7 };
	return drawBox(box, look.ground, { stroke: look.undecided, width: 0.9 });
}
