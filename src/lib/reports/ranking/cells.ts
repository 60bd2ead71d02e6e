// What a row of a ranking says, cell by cell: the same on every table of them, and in the data attached to the document.
import type { TableCell } from 'pdfmake/interfaces.js';
import { drawTotalBar, type TotalBar } from '../../charts/total-bar.ts';
import type { RankLine, RoundView } from '../../ranking/round.ts';
import { drawBar, drawMark, ink } from '../bar-picture.ts';
import { nothingYet } from '../memo/words.ts';
import type { PrintedTable } from '../paper.ts';
import { showPercent } from '../percent.ts';
import { isSilent, showGrade, type Ranking } from '../rank-lines.ts';
import { showsPieces, type Shape } from './shape.ts';
import { chooseMark, markWords } from './row-mark.ts';

/** Where nobody has a result there is no order yet. */
export const showPlace = (line: RankLine): string =>
	line.place === null || (isSilent(line) && line.place === 1) ? '—' : String(line.place);

export function showTotal(view: RoundView, line: RankLine): string {
	const bounds = [100, ...(view.office.bands ?? []).map(({ from }) => from)];
	return isSilent(line) ? nothingYet : line.percent === null ? '—' : showPercent(line.percent, bounds);
}

export const placeCell = (line: RankLine): TableCell => ({
	text: showPlace(line),
	alignment: 'right',
	bold: !isSilent(line)
});
export const totalCell = (view: RoundView, line: RankLine): TableCell => ({
	text: showTotal(view, line),
	alignment: 'right',
	noWrap: true,
	...(isSilent(line) ? { color: ink.soft } : {})
});
export const gradeCell = (view: RoundView, line: RankLine): TableCell => ({
	text: showGrade(line, view.office.bands),
	alignment: 'right',
	noWrap: true
});

export function barCell(view: RoundView, section: string | null, line: RankLine, shape: Shape): TableCell {
	const { bar, barHeight, rowHeight } = shape;
	return {
		svg: drawBar(barOf(view, section, line), bar, barHeight, showsPieces(shape)),
		width: bar,
		margin: [0, (rowHeight - barHeight) / 2 - 1.2, 0, 0]
	};
}

export function markCell(line: RankLine, { rowHeight }: Shape): TableCell {
	const mark = chooseMark(line);
	if (mark === null) return { text: '' };
	// said in words, for who does not see it
	const about = { alt: markWords[mark] };
	return { svg: drawMark(mark, 7), width: 7, margin: [2, (rowHeight - 7) / 2 - 1.2, 0, 0], ...about };
}

function barOf(view: RoundView, section: string | null, line: RankLine): TotalBar {
	const known = view.agreement.sections.find((one) => one.section === section);
	if (known !== undefined) return drawTotalBar(line, known);
	const percent = line.percent ?? 0;
	const worst = line.percent_worst ?? percent;
	const best = line.percent_best ?? worst;
	const span = (from: number, to: number) => (to > from ? { x: from, width: to - from } : null);
	const piece = { indicator: '', outcome: 5, tone: 4, weighted: percent, x: 0, width: percent } as const;
	return { pieces: percent > 0 ? [piece] : [], assured: span(percent, worst), possible: span(worst, best) };
}

/** The same rows as data. */
export function listRankings(view: RoundView, rankings: readonly Ranking[]): readonly PrintedTable[] {
	const graded = view.office.bands !== null;
	return rankings.map(({ section, title, lines }) => ({
		name: `ranking-${section ?? 'combined'}`,
		title: `อันดับ${title}`,
		columns: ['ที่', 'อำเภอ', 'ร้อยละ', ...(graded ? ['เกรด'] : []), 'สถานะ'],
		rows: lines.map((line) => {
			const mark = chooseMark(line);
			const status = mark === null ? '' : markWords[mark];
			const grade = graded ? [showGrade(line, view.office.bands)] : [];
			return [showPlace(line), line.name, showTotal(view, line), ...grade, status];
		})
	}));
}
