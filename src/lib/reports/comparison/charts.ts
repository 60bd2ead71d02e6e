// The pictures of a comparison: for each section the places over all rounds, and under them what made its mean change.
import type { Content, ContentStack } from 'pdfmake/interfaces.js';
import { bridgeHeight, listBridge, makeBridge, startOf, type BridgeRow } from '../../charts/bridge.ts';
import { listBump, type Bump } from '../../charts/bump-lines.ts';
import { bumpHeight, leastWidth, makeBump } from '../../charts/bump.ts';
import { drawChart } from '../../charts/draw-chart.ts';
import { paperLook } from '../../charts/look.ts';
import { measureEm } from '../../charts/measure-text.ts';
import type { RoundChange, SectionChange } from '../../ranking/compare.ts';
import { ink } from '../bar-picture.ts';
import type { RoundsCompared } from './facts.ts';
import { partNames } from './part-names.ts';
import { shortRound } from './words.ts';
import { makeSubhead } from '../district/pieces.ts';
import { nameSection } from '../rank-lines.ts';
import type { Sheet } from '../sheet.ts';
import { showChange, showExact } from '../show-change.ts';

type Column = ContentStack & { readonly width: number };

const mostAcross = 3;
const gutter = 14;

export function makeComparisonCharts(
	{ rounds, steps }: RoundsCompared,
	step: RoundChange,
	sheet: Sheet
): readonly Content[] {
	const labels = rounds.map((round) => shortRound(round, rounds));
	const bumps = new Map(step.sections.map((section) => [section, listBump(steps, section.section, labels)]));
	const places = inRows(
		step.sections.filter((section) => bumps.get(section) != null),
		Math.max(0, ...[...bumps.values()].map((bump) => (bump === null ? 0 : leastWidth(bump, paperLook)))),
		sheet,
		(section, width) => {
			const bump = bumps.get(section);
			return bump == null ? [] : [drawPlaces(bump, section, width)];
		}
	);
	const means = inRows(
		step.sections.filter(({ mean }) => mean !== null),
		0,
		sheet,
		(section, width) => drawMean(section, step, width, sheet)
	);
	return [
		...stackRows('เส้นทางอันดับ', sayPlacesKey, places, sheet),
		...stackRows('สิ่งที่ทำให้ค่าเฉลี่ยเปลี่ยน', 'แท่งแรกและท้ายคือค่าเฉลี่ย ระหว่างนั้นทึบคือเพิ่ม โปร่งคือลด', means, sheet)
	];
}

const sayPlacesKey = 'เส้นเข้มไม่เกินห้าอำเภอ: ทึบอันดับขึ้น ประอันดับลง ไข่ปลายังไม่มีผล';

/** Sections side by side, each at least so wide; four stand two and two. One alone has half the width. */
function inRows(
	sections: readonly SectionChange[],
	least: number,
	sheet: Sheet,
	draw: (section: SectionChange, width: number) => readonly Content[]
): readonly Content[] {
	if (sections.length === 0) return [];
	const fits = Math.floor((sheet.textWidth + gutter) / (least + gutter));
	const most = Math.max(1, Math.min(mostAcross, fits));
	const across = Math.ceil(sections.length / Math.ceil(sections.length / most));
	const columns = Math.max(across, Math.min(2, most));
	const width = (sheet.textWidth - gutter * (columns - 1)) / columns;
	return Array.from({ length: Math.ceil(sections.length / across) }, (_, row) => ({
		columns: sections.slice(row * across, (row + 1) * across).map((section): Column => ({
			width,
			stack: [
				{ text: nameSection(section), bold: true, fontSize: sheet.sizes.list, lineHeight: 1.2 },
				...draw(section, width)
			]
		})),
		columnGap: gutter
	}));
}

/** The heading stays with the first row; no row is cut. */
const stackRows = (title: string, key: string, rows: readonly Content[], sheet: Sheet): readonly Content[] =>
	rows.map((row, nth) => ({
		unbreakable: true,
		stack: [...(nth === 0 ? [makeSubhead(title, key, sheet)] : []), row],
		margin: [0, 0, 0, 4]
	}));

function drawPlaces(bump: Bump, section: SectionChange, width: number): Content {
	return {
		svg: drawChart(makeBump(bump, paperLook), { width, height: bumpHeight(bump, paperLook) }),
		width,
		alt: sayPlaces(bump, section)
	} as Content;
}

const sayPlaces = ({ rounds, lines }: Bump, section: SectionChange): string =>
	`อันดับ${nameSection(section)}ใน ${rounds.join(' และ ')}: ${lines
		.map(
			({ name, places }) => `${name} ${places.map((place) => (place === null ? 'ไม่มี' : String(place))).join(' ไป ')}`
		)
		.join('; ')}`;

function drawMean(section: SectionChange, step: RoundChange, width: number, { sizes }: Sheet): readonly Content[] {
	if (section.mean === null) return [];
	const rows = listBridge(section.mean, {
		before: shortRound(step.before, [step.after]),
		after: shortRound(step.after, [step.before]),
		parts: partNames,
		total: showExact,
		change: showChange
	});
	const labels = Math.max(...rows.map(({ label }) => measureEm(label, 'bold'))) * paperLook.size + 5;
	const start = startOf(rows);
	return [
		{
			text: `ค่าเฉลี่ย ${section.mean.districts} อำเภอ${start > 0 ? ` (แท่งเริ่มที่ ${start})` : ''}`,
			fontSize: sizes.key,
			color: ink.soft,
			lineHeight: 1.2,
			margin: [0, 0, 0, 1]
		},
		{
			svg: drawChart(makeBridge(rows, paperLook, labels), { width, height: bridgeHeight(rows, paperLook) }),
			width,
			alt: sayBridge(rows)
		} as Content
	];
}

const sayBridge = (rows: readonly BridgeRow[]): string =>
	`สิ่งที่ทำให้ค่าเฉลี่ยเปลี่ยน: ${rows.map(({ label, text }) => `${label} ${text}`).join('; ')}`;
