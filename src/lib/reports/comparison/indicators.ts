// Each indicator in both rounds: its weight, what part of its points districts earned, and what changed or why it cannot be compared.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { RoundChange } from '../../ranking/compare.ts';
import { listIndicatorChanges, type IndicatorChange } from '../../ranking/indicator-change.ts';
import type { IndicatorPair } from '../../ranking/pair-indicators.ts';
import { formatNumber } from '../../thai/numbers.ts';
import { ink } from '../bar-picture.ts';
import { denseLayout } from './look.ts';
import { none } from './districts.ts';
import { shortRound } from './words.ts';
import { makeSubhead } from '../district/pieces.ts';
import { nameSection } from '../rank-lines.ts';
import type { Sheet } from '../sheet.ts';
import { showExact } from '../show-change.ts';

const columns = 7;

export function makeIndicatorTable(step: RoundChange, sheet: Sheet): readonly Content[] {
	const changes = listIndicatorChanges(step);
	const { sizes, textWidth } = sheet;
	const widths = [16, 84, 34, 21, 34, 36, 34];
	const gap = 5;
	const words = textWidth - widths.reduce((sum, width) => sum + width, 0) - gap * columns;
	const head = (text: string, alignment: 'left' | 'right' = 'right'): TableCell => ({
		text,
		alignment,
		noWrap: true,
		color: ink.soft
	});
	const [was, is] = [shortRound(step.before, [step.after]), shortRound(step.after, [step.before])].map((text) =>
		text.length > 8 ? null : text
	);
	return [
		makeSubhead('ตัวชี้วัดต่อตัวชี้วัด', 'เฉลี่ยร้อยละของคะแนนเต็ม เฉพาะอำเภอที่มีคะแนนทั้งสองรอบ', sheet),
		{
			table: {
				headerRows: 1,
				keepWithHeaderRows: 1,
				dontBreakRows: true,
				widths: [...widths, words],
				body: [
					[
						head('ข้อ'),
						head('ตัวชี้วัด', 'left'),
						head('น้ำหนัก'),
						head('อำเภอ'),
						head(was ?? 'ก่อน'),
						head('เกณฑ์ก่อน'),
						head(is ?? 'นี้'),
						head('สิ่งที่เปลี่ยน หรือเหตุที่เทียบไม่ได้', 'left')
					],
					...listRows(step, changes, sheet)
				]
			},
			layout: denseLayout(1, gap),
			fontSize: sizes.key,
			lineHeight: 1.2,
			margin: [0, 0, 0, 4]
		},
		{
			text: 'เกณฑ์ก่อน = ผลรอบหลังเมื่อคิดด้วยเกณฑ์รอบก่อน  วันกำหนดในเกณฑ์เป็นของแต่ละรอบ ไม่นับเป็นการเปลี่ยนเกณฑ์',
			fontSize: sizes.key,
			color: ink.soft,
			lineHeight: 1.3
		}
	];
}

function listRows(step: RoundChange, changes: readonly IndicatorChange[], { sizes }: Sheet): TableCell[][] {
	const names = [...new Set(changes.map(({ pair }) => pair.section))];
	const sections = [...step.after.agreement.sections, ...step.before.agreement.sections];
	return names.flatMap((name) => {
		const known = sections.find(({ section }) => section === name);
		const title: TableCell[] = [
			{
				text: known === undefined ? name : nameSection(known),
				bold: true,
				fontSize: sizes.table,
				colSpan: columns + 1
			},
			...Array.from({ length: columns }, (): TableCell => ({ text: '' }))
		];
		return [title, ...changes.filter(({ pair }) => pair.section === name).map(makeRow)];
	});
}

function makeRow({ pair, districts, before, after, crossed }: IndicatorChange): TableCell[] {
	const indicator = pair.after ?? pair.before;
	const right = (text: string, bold = false): TableCell => ({ text, alignment: 'right', noWrap: true, bold });
	const share = (value: typeof before) => (value === null ? none : showExact(value));
	return [
		right(indicator?.indicator ?? '', true),
		{ text: indicator?.short ?? '' },
		right(sayWeights(pair)),
		right(pair.kind === 'incomparable' ? none : String(districts)),
		right(share(before)),
		right(pair.kind === 'comparable' && pair.sameRule && before !== null ? '=' : share(crossed)),
		right(share(after), true),
		{ text: sayChange(pair), color: ink.soft }
	];
}

const sayWeight = (weight: number | null | undefined): string => (weight == null ? none : formatNumber(weight));

export function sayWeights({ before, after }: IndicatorPair): string {
	const [was, is] = [sayWeight(before?.weight), sayWeight(after?.weight)];
	return was === is ? is : `${was} → ${is}`;
}

/** Without the weight, which has a column of its own. */
export function sayChange(pair: IndicatorPair): string {
	if (pair.kind === 'incomparable') return `เทียบไม่ได้: ${pair.reason}`;
	const said = pair.changes.filter((change) => !change.startsWith('น้ำหนัก'));
	const hindered = pair.hindrance === null ? [] : [`แยกผลงานออกจากเกณฑ์ไม่ได้: ${pair.hindrance}`];
	const all = [...said, ...hindered];
	return all.length === 0 ? (pair.sameWeight ? 'เหมือนเดิม' : 'เกณฑ์เดิม') : all.join(' ');
}
