// The ranking of a section to be taken away: a bar of weighted points for each district, a piece for each indicator.
import type { Section } from '../agreement/schema.ts';
import type { RoundView } from '../ranking/round.ts';
import type { IndicatorScore, SectionScore } from '../scoring/results.ts';
import { formatNumber } from '../thai/numbers.ts';
import { compareThai } from '../thai/words.ts';
import type { ChartSheet, DataTable } from './chart-sheet.ts';
import { drawShapes } from './draw-shapes.ts';
import type { ChartLook } from './look.ts';
import { measureEm } from './measure-text.ts';
import { drawBox, drawLine, drawText, type Shape } from './shapes.ts';
import { drawTotalBar } from './total-bar.ts';

interface Row extends SectionScore {
	readonly name: string;
	readonly scores: readonly IndicatorScore[];
	/** nothing of it was received: no percent and no place */
	readonly silent: boolean;
}

function listRows(view: RoundView, section: string): readonly Row[] {
	const names = new Map(view.province.districts.map(({ code, name }) => [code, name]));
	const scores = Map.groupBy(
		view.answer.scores.filter((score) => score.section === section),
		({ district }) => district
	);
	return view.answer.sections
		.filter((total) => total.section === section)
		.map((total): Row => {
			const own = scores.get(total.district) ?? [];
			const silent = own.every(({ status }) => status === 'not_reported' || status === 'not_applicable');
			return { ...total, name: names.get(total.district) ?? total.district, scores: own, silent };
		})
		.sort((a, b) => {
			const [one, other] = [a, b].map(({ place }) => place ?? Number.MAX_SAFE_INTEGER);
			return (one ?? 0) - (other ?? 0) || Number(a.silent) - Number(b.silent) || compareThai(a.name, b.name);
		});
}

/** `rest`: the section's name. */
export function findRanking(view: RoundView, rest: string): ChartSheet | null {
	const section = view.agreement.sections.find((one) => one.section === rest);
	if (section === undefined) return null;
	const rows = listRows(view, rest);
	return {
		title: `อันดับ ${rows.length} อำเภอ ${section.title}`,
		alt: rows.map((row) => `${placeOf(row)} ${row.name} ${percentOf(row)}`).join(', '),
		draw(look, width) {
			const size = { width, height: rows.length * look.size * lineHeight };
			return { svg: drawShapes(drawRows(rows, section, look, width), size), size };
		},
		table: tableOf(view, section, rows)
	};
}

/** Only where nobody has anything yet does one without results stand first: that is no place. */
const heldPlace = ({ place, silent }: Row): number | null => (silent && place === 1 ? null : place);
const placeOf = (row: Row): string => String(heldPlace(row) ?? '—');

/** What has not reached 100 never reads 100.00. */
const percentOf = ({ percent, silent }: Row): string => {
	if (percent === null || silent) return 'ยังไม่มี';
	return formatNumber(percent < 100 ? Math.min(percent, 99.99) : percent, { decimals: 2 });
};

const tableOf = (view: RoundView, { section, title, indicators }: Section, rows: readonly Row[]): DataTable => ({
	name: `ranking-${section}`,
	title: `อันดับ ${title} จังหวัด${view.province.name} ${view.agreement.round}`,
	columns: [
		...['รหัส', 'อำเภอ', 'อันดับ', 'ร้อยละ', 'อันดับดีสุด', 'อันดับแย่สุด', 'ร้อยละสูงสุดที่เป็นไปได้'],
		...indicators.map(({ indicator }) => `คะแนนถ่วงน้ำหนัก ข้อ ${indicator}`)
	],
	rows: rows.map((row) => [
		row.district,
		row.name,
		heldPlace(row),
		row.silent ? null : row.percent,
		row.place_best,
		row.place_worst,
		row.percent_best,
		...indicators.map(({ indicator }) => row.scores.find((score) => score.indicator === indicator)?.weighted ?? null)
	])
});

const lineHeight = 1.9;

function drawRows(rows: readonly Row[], section: Section, look: ChartLook, width: number): Shape[] {
	const { size } = look;
	const places = size * 2;
	const names = Math.max(0, ...rows.map(({ name }) => measureEm(name))) * size + size * 0.8;
	const percents = measureEm('ยังไม่มี') * size + size;
	const left = places + names + percents;
	const across = width - left - 1;
	return rows.flatMap((row, nth): Shape[] => {
		const y = (nth + 0.5) * size * lineHeight;
		const { pieces, assured, possible } = drawTotalBar(row, section);
		const at = (x: number) => left + (across * x) / 100;
		const high = size * 1.15;
		const box = (x: number, wide: number) => ({
			x: at(x),
			y: y - high / 2,
			width: (across * wide) / 100,
			height: high
		});
		const ends = possible === null ? null : at(possible.x + possible.width);
		return [
			drawText(places - size * 0.6, y, placeOf(row), { size, fill: look.text, bold: true, align: 'right' }),
			drawText(places, y, row.name, { size, fill: look.text }),
			drawText(left - size * 0.8, y, percentOf(row), {
				size,
				fill: row.silent ? look.faint : look.text,
				align: 'right'
			}),
			...pieces.map((piece) =>
				drawBox(box(piece.x, piece.width), look.tones[piece.tone], { stroke: look.ground, width: 0.8 })
			),
			...(assured === null || row.silent
				? []
				: [drawBox(box(assured.x, assured.width), look.ground, { stroke: look.undecided, width: 1, dash: [2, 1.5] })]),
			...(possible === null || ends === null
				? []
				: [
						drawLine(at(row.silent ? 0 : possible.x), y, ends, y, { stroke: look.faint, width: 1, dash: [3, 2.5] }),
						drawLine(ends, y - high / 2, ends, y + high / 2, { stroke: look.soft, width: 1.2 })
					])
		];
	});
}
