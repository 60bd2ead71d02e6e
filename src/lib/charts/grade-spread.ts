// How many districts stand on each grade; those that can still change it, and those without a result, are counted apart.
import { stepsOf } from '../ranking/grades.ts';
import type { Office, RoundView } from '../ranking/round.ts';
import { joinThai } from '../thai/words.ts';
import type { ChartSheet, DataTable } from './chart-sheet.ts';
import { drawShapes } from './draw-shapes.ts';
import { drawGradeShape } from './grade-shapes.ts';
import { hasLines, linesOf } from './lines-of.ts';
import type { ChartLook } from './look.ts';
import { measureEm } from './measure-text.ts';
import { drawBox, drawText, type Shape } from './shapes.ts';
import { markTiles, toneOfRank, type Tile } from './tile-map.ts';

export type GradeCount = { readonly count: number } & (
	| { readonly kind: 'step'; readonly rank: number; readonly grade: string; readonly name: string }
	/** under the lowest grade, more than one grade possible, nothing received */
	| { readonly kind: 'under' | 'unsettled' | 'silent' }
);

/** Grades from the highest, every one of them; of the others those that there are. */
export function countGrades(office: Pick<Office, 'bands'>, tiles: readonly Tile[]): readonly GradeCount[] {
	const settled = tiles.filter(({ state }) => state === 'settled');
	const having = (state: Tile['state']) => tiles.filter((tile) => tile.state === state).length;
	const steps = stepsOf(office).map(({ grade, name }, rank) => ({
		kind: 'step' as const,
		rank,
		grade,
		name,
		count: settled.filter((tile) => tile.rank === rank).length
	}));
	const others = [
		{ kind: 'under' as const, count: settled.filter(({ rank }) => rank === null).length },
		{ kind: 'unsettled' as const, count: having('unsettled') },
		{ kind: 'silent' as const, count: having('silent') }
	];
	return [...steps, ...others.filter(({ count }) => count > 0)];
}

const otherWords = { under: 'ต่ำกว่าเกรดต่ำสุด', unsettled: 'ยังไม่นิ่ง', silent: 'ยังไม่มีผล' } as const;
export const nameCount = (one: GradeCount): string =>
	one.kind === 'step' ? `${one.grade} ${one.name}`.trim() : otherWords[one.kind];

/** The finding: where most are, if they are anywhere. */
export function titleGrades(office: Pick<Office, 'bands'>, counts: readonly GradeCount[]): string {
	const what = office.bands === null ? 'ร้อยละ' : 'เกรด';
	const steps = counts.flatMap((one) => (one.kind === 'step' && one.count > 0 ? [one] : []));
	const most = Math.max(0, ...steps.map(({ count }) => count));
	const held = steps.filter(({ count }) => count === most);
	if (held.length === 0) return `ยังไม่มีอำเภอใดที่${what}นิ่งแล้ว`;
	if (held.length > 2) return `${what}กระจายอย่างไร`;
	const names = joinThai(held.map(({ grade, name }) => (grade === '' ? name : grade)));
	return held.length > 1 ? `มากที่สุดช่วงละ ${most} อำเภอ คือ${what} ${names}` : `มากที่สุด ${most} อำเภอได้${what} ${names}`;
}

const tableOf = (view: RoundView, name: string, counts: readonly GradeCount[]): DataTable => ({
	name: `grades-${name}`,
	title: `${view.office.bands === null ? 'ช่วงร้อยละ' : 'เกรด'}ของอำเภอ จังหวัด${view.province.name} ${view.agreement.round}`,
	columns: [view.office.bands === null ? 'ร้อยละ' : 'เกรด', 'อำเภอ'],
	rows: counts.map((one) => [nameCount(one), one.count])
});

/** `rest`: the section's name, or `total`. */
export function findGradeSpread(view: RoundView, rest: string): ChartSheet | null {
	if (!hasLines(view, rest)) return null;
	const counts = countGrades(view.office, markTiles(view.province, view.office, linesOf(view, rest)));
	return {
		title: titleGrades(view.office, counts),
		alt: counts.map((one) => `${nameCount(one)} ${one.count} อำเภอ`).join(', '),
		draw(look, width) {
			const size = { width, height: counts.length * look.size * 1.9 };
			return { svg: drawShapes(drawCounts(counts, look, width), size), size };
		},
		table: tableOf(view, rest, counts)
	};
}

function drawCounts(counts: readonly GradeCount[], look: ChartLook, width: number): Shape[] {
	const { size } = look;
	const labels = Math.max(...counts.map((one) => measureEm(nameCount(one)))) * size + size * 2.4;
	const most = Math.max(1, ...counts.map(({ count }) => count));
	const apart = Math.min(size * 1.3, (width - labels - size * 3) / most);
	return counts.flatMap((one, nth): Shape[] => {
		const y = (nth + 0.5) * size * 1.9;
		const tone = one.kind === 'step' ? toneOfRank(one.rank) : 0;
		const pen =
			one.kind === 'step'
				? { stroke: look.edges[tone], width: 0.9 }
				: { stroke: look.soft, width: 0.9, dash: [2.4, 1.8] };
		const fill = one.kind === 'step' ? look.tones[tone] : look.ground;
		const side = apart * 0.8;
		return [
			...(one.kind === 'step' ? [drawGradeShape(one.rank, size * 0.6, y, size * 0.38, look.text)] : []),
			drawText(size * 1.5, y, nameCount(one), { size, fill: look.text }),
			...Array.from({ length: one.count }, (_, at) =>
				drawBox({ x: labels + at * apart, y: y - side / 2, width: side, height: side }, fill, pen)
			),
			drawText(labels + one.count * apart + size * 0.4, y, String(one.count), { size, fill: look.text, bold: true })
		];
	});
}
