// A ranking to be taken away: a bar for each district, of weighted points with a piece for each indicator, or of a combined total with
// a piece for each section.
import type { Section } from '../agreement/schema.ts';
import { totalName } from '../ranking/combine-sections.ts';
import type { RankLine, RoundView } from '../ranking/round.ts';
import { formatNumber } from '../thai/numbers.ts';
import { compareThai } from '../thai/words.ts';
import type { ChartSheet } from './chart-sheet.ts';
import { drawShapes } from './draw-shapes.ts';
import { hasLines, isUnheard, linesOf, titleOf } from './lines-of.ts';
import type { ChartLook } from './look.ts';
import { measureEm } from './measure-text.ts';
import { drawBox, drawLine, drawText, type Shape } from './shapes.ts';
import { drawPartsBar, drawTotalBar, type TotalBar } from './total-bar.ts';

interface Row extends RankLine {
	/** nothing of it was received: no percent and no place */
	readonly silent: boolean;
	readonly bar: TotalBar;
	/** what its percent is made of, as under the headings of the figures */
	readonly figures: readonly (number | null)[];
}
/** What a ranking's percents are made of: weighted points of indicators, or percents of sections. */
interface Made {
	readonly headings: readonly string[];
	readonly rows: readonly Row[];
}

/** `rest`: the section's name, or `total`. */
export function findRanking(view: RoundView, rest: string): ChartSheet | null {
	if (!hasLines(view, rest)) return null;
	const section = view.agreement.sections.find((one) => one.section === rest);
	const { headings, rows } = section === undefined ? listTotals(view) : listRows(view, section);
	const title = titleOf(view, rest);
	return {
		title: `อันดับ ${rows.length} อำเภอ ${title}`,
		alt: rows.map((row) => `${placeOf(row)} ${row.name} ${percentOf(row)}`).join(', '),
		draw(look, width) {
			const size = { width, height: rows.length * look.size * lineHeight };
			return { svg: drawShapes(drawRows(rows, look, width), size), size };
		},
		table: {
			name: `ranking-${rest}`,
			title: `อันดับ ${title} จังหวัด${view.province.name} ${view.agreement.round}`,
			columns: [...['รหัส', 'อำเภอ', 'อันดับ', 'ร้อยละ', 'อันดับดีสุด', 'อันดับแย่สุด', 'ร้อยละสูงสุดที่เป็นไปได้'], ...headings],
			rows: rows.map((row) => [
				row.district,
				row.name,
				heldPlace(row),
				row.silent ? null : row.percent,
				row.place_best,
				row.place_worst,
				row.percent_best,
				...row.figures
			])
		}
	};
}

function listRows(view: RoundView, section: Section): Made {
	const rows = linesOf(view, section.section).map((line) => ({
		...line,
		silent: isUnheard(line),
		bar: drawTotalBar(line, section),
		figures: section.indicators.map(
			({ indicator }) => line.scores.find((score) => score.indicator === indicator)?.weighted ?? null
		)
	}));
	return {
		headings: section.indicators.map(({ indicator }) => `คะแนนถ่วงน้ำหนัก ข้อ ${indicator}`),
		rows: rows.toSorted(byPlace)
	};
}

function listTotals(view: RoundView): Made {
	const shared = view.agreement.sections.flatMap(({ section, title }) => {
		const share = view.office.shares?.[section] ?? 0;
		const lines = new Map(linesOf(view, section).map((line) => [line.district, line]));
		return share > 0 ? [{ section, title, share, lines }] : [];
	});
	const rows = linesOf(view, totalName).map((line) => {
		const parts = shared.map(({ section, share, lines }) => {
			const own = lines.get(line.district);
			return { section, share, percent: own === undefined || isUnheard(own) ? null : own.percent };
		});
		return {
			...line,
			silent: isUnheard(line),
			bar: drawPartsBar(line, parts),
			figures: parts.map(({ percent }) => percent)
		};
	});
	return {
		headings: shared.map(({ title, share }) => `ร้อยละ ${title} สัดส่วน ${formatNumber(share)}`),
		rows: rows.toSorted(byPlace)
	};
}

const byPlace = (a: Row, b: Row): number => {
	const [one, other] = [a, b].map(({ place }) => place ?? Number.MAX_SAFE_INTEGER);
	return (one ?? 0) - (other ?? 0) || Number(a.silent) - Number(b.silent) || compareThai(a.name, b.name);
};

/** Only where nobody has anything yet does one without results stand first: that is no place. */
const heldPlace = ({ place, silent }: Row): number | null => (silent && place === 1 ? null : place);
const placeOf = (row: Row): string => String(heldPlace(row) ?? '—');

/** What has not reached 100 never reads 100.00. */
const percentOf = ({ percent, silent }: Row): string => {
	if (percent === null || silent) return 'ยังไม่มี';
	return formatNumber(percent < 100 ? Math.min(percent, 99.99) : percent, { decimals: 2 });
};

const lineHeight = 1.9;

function drawRows(rows: readonly Row[], look: ChartLook, width: number): Shape[] {
	const { size } = look;
	const places = size * 2;
	const names = Math.max(0, ...rows.map(({ name }) => measureEm(name))) * size + size * 0.8;
	const percents = measureEm('ยังไม่มี') * size + size;
	const left = places + names + percents;
	const across = width - left - 1;
	return rows.flatMap((row, nth): Shape[] => {
		const y = (nth + 0.5) * size * lineHeight;
		const { pieces, assured, possible } = row.bar;
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
