// A row for each district: its place and percent in both rounds, what made the change, and like for like.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { bridgeParts, type BridgeParts } from '../../ranking/bridge.ts';
import {
	changeOf,
	isSilent,
	placesGained,
	type DistrictChange,
	type RoundChange,
	type SectionChange,
	type Standing
} from '../../ranking/compare.ts';
import { isNought, type Fraction } from '../../scoring/fraction.ts';
import { ink } from '../bar-picture.ts';
import { widthOf } from '../book/pieces.ts';
import { denseLayout } from './look.ts';
import { partNames } from './part-names.ts';
import { sayParts, shortRound } from './words.ts';
import { makeSubhead } from '../district/pieces.ts';
import { showPercent } from '../percent.ts';
import { nameSection } from '../rank-lines.ts';
import type { Sheet } from '../sheet.ts';
import { showChange, showExact } from '../show-change.ts';

const nameRounds = ({ before, after }: RoundChange): readonly [string, string] => [
	shortRound(before, [after]),
	shortRound(after, [before])
];

export const none = '—';
export const showPlace = (standing: Standing | null): string =>
	isSilent(standing) || standing?.place == null ? none : String(standing.place);
export const showStanding = (standing: Standing | null, bounds: readonly number[]): string =>
	isSilent(standing) || standing?.percent == null ? none : showPercent(standing.percent, bounds);
export function showGained(gained: number | null): string {
	if (gained === null) return none;
	return gained === 0 ? '=' : gained > 0 ? `▲ ${gained}` : `▼ ${-gained}`;
}
/** A change that has no results on one side is no change of results. */
export const showMove = ({ before, after, bridge }: DistrictChange): string =>
	bridge === null || isSilent(before) || isSilent(after) ? none : showChange(changeOf(bridge));

/** Parts that changed something for somebody. */
export const partsIn = ({ districts }: SectionChange): readonly (keyof BridgeParts)[] =>
	bridgeParts.filter((part) => districts.some(({ bridge }) => bridge !== null && !isNought(bridge.parts[part])));

export function makeDistrictTables(step: RoundChange, sheet: Sheet): readonly Content[] {
	const shown = bridgeParts.filter((part) => step.sections.some((section) => partsIn(section).includes(part)));
	const key = sayParts(shown);
	return [
		makeSubhead('อำเภอใดเปลี่ยนเพราะอะไร', `ร้อยละของส่วน ${nameRounds(step).join(' เทียบ ')}`, sheet),
		...step.sections.map((section) => makeTable(section, step, sheet)),
		...(key === null
			? []
			: [
					{
						stack: [{ text: key, fontSize: sheet.sizes.key, color: ink.soft, lineHeight: 1.3 }],
						unbreakable: true,
						margin: [0, 0, 0, 6]
					} satisfies Content
				])
	];
}

/** Columns in em of the words in them; where they are too many for the page its letters are a little smaller. */
const inEm = { place: 2.2, gained: 3.2, percent: 4.2, part: 4.5 } as const;
const leastGap = 2;

function fitColumns({ districts }: SectionChange, parts: number, alike: boolean, { sizes, textWidth }: Sheet) {
	const names = Math.max(...districts.map(({ district }) => widthOf(district.name, 1)));
	const { place, gained, percent, part } = inEm;
	const columns = [names, place, place, gained, ...Array.from({ length: 3 }, () => percent)].concat(
		Array.from({ length: parts }, () => part),
		alike ? [percent, percent] : []
	);
	const whole = columns.reduce((sum, column) => sum + column, 0);
	const gaps = columns.length - 1;
	const size = Math.min(sizes.key, (textWidth - gaps * leastGap) / whole);
	return {
		size,
		widths: columns.map((column) => column * size),
		gap: Math.min(14, (textWidth - whole * size) / gaps)
	};
}

type Side = 'left' | 'right' | 'center';
const cell = (text: string, alignment: Side = 'right', more: object = {}): TableCell => ({
	text,
	alignment,
	noWrap: true,
	...more
});

function makeTable(section: SectionChange, step: RoundChange, sheet: Sheet): Content {
	const { sizes } = sheet;
	const parts = partsIn(section);
	const alike = section.districts.some(({ like }) => like !== null);
	const bounds = [100, ...(step.after.office.bands ?? []).map(({ from }) => from)];
	const { size, widths, gap } = fitColumns(section, parts.length, alike, sheet);
	const [was, is] = nameRounds(step);
	const group = (text: string, span: number): TableCell[] => [
		{ text, colSpan: span, alignment: 'center', color: ink.soft, noWrap: true },
		...Array.from({ length: span - 1 }, (): TableCell => ({ text: '' }))
	];
	const soft = { color: ink.soft };
	return {
		table: {
			headerRows: 2,
			keepWithHeaderRows: 2,
			dontBreakRows: true,
			widths,
			body: [
				[
					{ text: nameSection(section), bold: true, fontSize: sizes.list, noWrap: true },
					...group('อันดับ', 3),
					...group('ร้อยละ', 3),
					...(parts.length > 0 ? group('ส่วนที่ทำให้เปลี่ยน', parts.length) : []),
					...(alike ? group('ข้อเกณฑ์เดิม', 2) : [])
				],
				[
					cell('อำเภอ', 'left', soft),
					...['ก่อน', 'นี้', 'ขึ้นลง'].map((text) => cell(text, 'right', soft)),
					...[was, is, 'เปลี่ยน'].map((text) =>
						cell(text.length > 8 ? (text === was ? 'ก่อน' : 'นี้') : text, 'right', soft)
					),
					...parts.map((one) => cell(partNames[one], 'right', soft)),
					...(alike ? ['ก่อน', 'นี้'].map((text) => cell(text, 'right', soft)) : [])
				],
				...section.districts.map((change) => makeRow(change, parts, alike, bounds)),
				...makeMean(section, parts, alike)
			]
		},
		layout: denseLayout(2, gap),
		fontSize: size,
		lineHeight: 1.15,
		margin: [0, 0, 0, 8]
	};
}

const showPart = (value: Fraction | undefined): string =>
	value === undefined || isNought(value) ? '0' : showChange(value);

function makeRow(
	change: DistrictChange,
	parts: readonly (keyof BridgeParts)[],
	alike: boolean,
	bounds: readonly number[]
): TableCell[] {
	const { district, before, after, bridge, like } = change;
	const gained = placesGained(change);
	return [
		cell(district.name, 'left'),
		cell(showPlace(before)),
		cell(showPlace(after), 'right', { bold: true }),
		cell(showGained(gained)),
		cell(showStanding(before, bounds)),
		cell(showStanding(after, bounds), 'right', { bold: true }),
		cell(showMove(change)),
		...parts.map((part) => {
			const text = bridge === null ? none : showPart(bridge.parts[part]);
			return cell(text, 'right', text === '0' ? { color: ink.faint } : {});
		}),
		...(alike
			? [cell(like === null ? none : showExact(like.before)), cell(like === null ? none : showExact(like.after))]
			: [])
	];
}

function makeMean({ mean }: SectionChange, parts: readonly (keyof BridgeParts)[], alike: boolean): TableCell[][] {
	if (mean === null) return [];
	const strong = { bold: true };
	return [
		[
			cell(`เฉลี่ย ${mean.districts} อำเภอ`, 'left', { ...strong, colSpan: 4 }),
			...['', '', ''].map((text) => cell(text)),
			cell(showExact(mean.before), 'right', strong),
			cell(showExact(mean.after), 'right', strong),
			cell(showChange(changeOf(mean)), 'right', strong),
			...parts.map((part) => cell(showPart(mean.parts[part]), 'right', strong)),
			...(alike ? [cell(''), cell('')] : [])
		]
	];
}
