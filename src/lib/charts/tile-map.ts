// The districts of a province as tiles where they roughly lie, each by its grade: the letter and a shape beside the colour.
import { spreadSteps, type GradeSpan } from '../ranking/grades.ts';
import type { Office, Province, RankLine, RoundView } from '../ranking/round.ts';
import { formatNumber } from '../thai/numbers.ts';
import { compareThai } from '../thai/words.ts';
import type { ChartSheet, DataTable } from './chart-sheet.ts';
import { drawShapes } from './draw-shapes.ts';
import { drawGradeShape } from './grade-shapes.ts';
import { hasLines, linesOf } from './lines-of.ts';
import type { ChartLook } from './look.ts';
import { measureEm } from './measure-text.ts';
import { drawBox, drawText, type Shape } from './shapes.ts';
import type { Tone } from './tones.ts';

type TileLine = Pick<RankLine, 'district' | 'percent' | 'percent_best' | 'percent_worst' | 'scores'>;

export interface Tile {
	readonly district: string;
	readonly name: string;
	/** from 0: from the west, and from the north */
	readonly column: number;
	readonly row: number;
	/** its grade or the grades still possible; null where it has none or no letter; the percent says it then */
	readonly grade: string | null;
	/** null where nothing of it has a result */
	readonly percent: number | null;
	/** step for sure, 0 the highest; null while more than one is possible, or under the lowest */
	readonly rank: number | null;
	readonly state: 'settled' | 'unsettled' | 'silent';
}

const gridWidth = 5;

/** Every district of the province once; those without a place of their own come after the others, in the order of names. */
export function layTiles(province: Province): readonly (readonly (string | null)[])[] {
	const known = new Set(province.districts.map(({ code }) => code));
	const drawn = new Set<string>();
	const rows = (province.tiles ?? []).map((row) =>
		row.map((code) => {
			if (code === null || !known.has(code) || drawn.has(code)) return null;
			drawn.add(code);
			return code;
		})
	);
	const rest = province.districts
		.filter(({ code }) => !drawn.has(code))
		.toSorted((a, b) => compareThai(a.name, b.name))
		.map(({ code }) => code);
	const width = Math.max(gridWidth, ...rows.map((row) => row.length));
	const more = Array.from({ length: Math.ceil(rest.length / width) }, (_, nth) =>
		rest.slice(nth * width, (nth + 1) * width)
	);
	return [...rows, ...more];
}

export function markTiles(province: Province, office: Office, lines: readonly TileLine[]): readonly Tile[] {
	const byCode = new Map(lines.map((line) => [line.district, line]));
	const names = new Map(province.districts.map(({ code, name }) => [code, name]));
	return layTiles(province).flatMap((codes, row) =>
		codes.flatMap((code, column) => {
			const name = code === null ? undefined : names.get(code);
			if (code === null || name === undefined) return [];
			return [{ district: code, name, column, row, ...standingOf(office, byCode.get(code)) }];
		})
	);
}

type Standing = Pick<Tile, 'grade' | 'percent' | 'rank' | 'state'>;

function standingOf(office: Office, line: TileLine | undefined): Standing {
	const span = line === undefined ? null : spreadSteps(office, line);
	const heard = line?.scores.some(({ status }) => status === 'scored') ?? false;
	if (line === undefined || span === null || !heard || line.percent === null)
		return { grade: null, percent: null, rank: null, state: 'silent' };
	const { lowest, highest } = span;
	const sure = lowest?.rank === highest?.rank;
	return {
		grade: office.bands === null ? null : nameSpan(span),
		percent: line.percent,
		rank: sure ? (lowest?.rank ?? null) : null,
		state: sure ? 'settled' : 'unsettled'
	};
}

const nameSpan = ({ lowest, highest }: GradeSpan): string =>
	lowest?.rank === highest?.rank ? (lowest?.grade ?? '—') : `${lowest?.grade ?? '—'}–${highest?.grade ?? '—'}`;

/** The highest step is farthest from the paper. */
export const toneOfRank = (rank: number | null): Tone => (rank === null ? 0 : (Math.max(1, 5 - rank) as Tone));

export const titleTiles = ({ bands }: Pick<Office, 'bands'>): string => (bands === null ? 'ร้อยละตามที่ตั้ง' : 'เกรดตามที่ตั้ง');

export function tileTable(view: RoundView, name: string, tiles: readonly Tile[]): DataTable {
	const graded = view.office.bands !== null;
	return {
		name: `tiles-${name}`,
		title: `${titleTiles(view.office)} จังหวัด${view.province.name} ${view.agreement.round}`,
		columns: ['รหัส', 'อำเภอ', ...(graded ? ['เกรด'] : []), 'ร้อยละ', 'แถวจากเหนือ', 'ช่องจากตะวันตก'],
		rows: tiles.map((tile) => [
			tile.district,
			tile.name,
			...(graded ? [tile.grade] : []),
			tile.percent,
			tile.row + 1,
			tile.column + 1
		])
	};
}

/** `rest`: the section's name, or `total`. */
export function findTileMap(view: RoundView, rest: string): ChartSheet | null {
	if (!hasLines(view, rest)) return null;
	const tiles = markTiles(view.province, view.office, linesOf(view, rest));
	return {
		title: titleTiles(view.office),
		alt: sayTiles(tiles),
		draw(look, width) {
			const { shapes, height } = drawTiles(tiles, look, width);
			const size = { width, height };
			return { svg: drawShapes(shapes, size), size };
		},
		table: tileTable(view, rest, tiles)
	};
}

export const wordsOf = ({ grade, percent }: Tile): string =>
	percent === null ? '—' : (grade ?? formatNumber(percent, { decimals: 2 }));

const sayTiles = (tiles: readonly Tile[]): string =>
	`ผังอำเภอโดยประมาณ: ${tiles.map((tile) => `${tile.name} ${tile.state === 'silent' ? 'ยังไม่มีผล' : wordsOf(tile)}`).join(', ')}`;

function drawTiles(tiles: readonly Tile[], look: ChartLook, width: number) {
	const { size } = look;
	const columns = 1 + Math.max(...tiles.map(({ column }) => column));
	const rows = 1 + Math.max(...tiles.map(({ row }) => row));
	const gap = size * 0.3;
	const wide = (width - gap * (columns - 1)) / columns;
	const high = size * 4.1;
	const shapes = tiles.flatMap((tile): Shape[] => {
		const [x, y] = [tile.column * (wide + gap), tile.row * (high + gap)];
		const tone = tile.state === 'settled' ? toneOfRank(tile.rank) : 0;
		const fill = tile.state === 'settled' ? look.tones[tone] : look.ground;
		const ink = tile.state === 'settled' ? look.onTones[tone] : look.text;
		const pen =
			tile.state === 'settled'
				? { stroke: look.edges[tone], width: 1 }
				: { stroke: look.soft, width: 1, dash: [3, 2.5] };
		const room = wide - size * 1.2;
		const fit = Math.min(1, room / (measureEm(tile.name) * size));
		const box = { x: x + 0.5, y: y + 0.5, width: wide - 1, height: high - 1 };
		return [
			drawBox(box, fill, pen),
			drawText(x + size * 0.6, y + size * 1.15, wordsOf(tile), { size: size * 1.1, fill: ink, bold: true }),
			drawText(x + size * 0.6, y + size * 2.9, tile.name, { size: size * fit, fill: ink }),
			...(tile.rank === null
				? []
				: [drawGradeShape(tile.rank, x + wide - size * 0.95, y + size * 1.05, size * 0.38, ink)])
		];
	});
	return { shapes, height: rows * high + (rows - 1) * gap };
}
