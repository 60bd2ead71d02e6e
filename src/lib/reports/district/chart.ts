// The picture of a district against its province, in two columns where there are many indicators, and the key to its signs.
import type { Content } from 'pdfmake/interfaces.js';
import {
	drawDistrictProfile,
	labelRoom,
	listProfile,
	profileHeight,
	splitProfile,
	type ProfileLine,
	type ProfileRow
} from '../../charts/district-profile.ts';
import { drawShapes } from '../../charts/draw-shapes.ts';
import { paperLook } from '../../charts/look.ts';
import { drawProfileKey, type ProfileSign } from '../../charts/profile-key.ts';
import type { RoundView } from '../../ranking/round.ts';
import { formatNumber } from '../../thai/numbers.ts';
import { joinThai } from '../../thai/words.ts';
import { ink } from '../bar-picture.ts';
import type { DistrictFacts } from './facts.ts';
import { makePicture, makeSubhead } from './pieces.ts';
import type { Sheet } from '../sheet.ts';

/** With more rows than this the picture is set in two columns. */
const mostInOneColumn = 12;
const gutter = 14;

export function makeDistrictChart(view: RoundView, facts: DistrictFacts, sheet: Sheet): readonly Content[] {
	const groups = facts.sections.map(({ section, title }) => ({
		title,
		rows: listProfile(view, facts.district.code, section?.section ?? '')
	}));
	const rows = groups.flatMap((group) => group.rows);
	// where nobody has a result there is nothing to compare with
	if (rows.every(({ own, middle }) => own.kind === 'open' && middle === null)) return [];
	const columns = rows.length > mostInOneColumn ? 2 : 1;
	const width = (sheet.textWidth - gutter * (columns - 1)) / columns;
	const parts = splitProfile(groups, columns);
	const labels = Math.min(labelRoom(rows, paperLook), width * 0.62);
	const leftOut = sayLeftOut(facts, rows);
	return [
		{
			unbreakable: true,
			stack: [
				makeSubhead('เทียบกับจังหวัด', 'ร้อยละของคะแนนเต็มแต่ละข้อ', sheet),
				{
					columns: parts.map((part) => {
						const height = profileHeight(part.length, paperLook);
						const svg = drawShapes(drawDistrictProfile(part, paperLook, labels, width), { width, height });
						return makePicture(svg, width, sayPicture(part));
					}),
					columnGap: gutter
				},
				makeKey(rows, sheet),
				...(leftOut === null ? [] : [{ text: leftOut, fontSize: sheet.sizes.key, lineHeight: 1.25 } satisfies Content])
			],
			margin: [0, 0, 0, 4]
		}
	];
}

/** The picture in words: each row with its three figures. */
function sayPicture(lines: readonly ProfileLine[]): string {
	const share = (value: number | null) => (value === null ? 'ไม่มี' : formatNumber(value, { decimals: 0 }));
	return lines
		.map((line) => {
			if (line.kind === 'title') return line.label;
			const { label, own, middle, best } = line;
			const stands = own.kind === 'scored' ? share(own.at) : `${share(own.from)} ถึง ${share(own.to)} ยังไม่ชี้ขาด`;
			return `${label}: อำเภอนี้ ${stands} ค่ากลาง ${share(middle)} สูงสุด ${share(best)}`;
		})
		.join('; ');
}

const signWords: readonly (readonly [ProfileSign, string])[] = [
	['own', 'อำเภอนี้'],
	['middle', 'ค่ากลางของจังหวัด'],
	['best', 'สูงสุดของจังหวัด'],
	['open', 'เป็นได้ (ยังไม่มีผล)'],
	['undecided', 'เป็นได้ (รอคำวินิจฉัย)']
];

/** Drawn once: all sheets of a book wear the same. */
const drawnSigns = new Map<string, string>();
function drawSign(sign: ProfileSign, height: number): string {
	const key = `${sign} ${height}`;
	const svg = drawnSigns.get(key) ?? drawProfileKey(sign, height, paperLook);
	drawnSigns.set(key, svg);
	return svg;
}

function makeKey(rows: readonly ProfileRow[], { sizes }: Sheet): Content {
	const wears: Readonly<Record<ProfileSign, boolean>> = {
		own: rows.some(({ own }) => own.kind === 'scored'),
		middle: rows.some(({ middle }) => middle !== null),
		best: rows.some(({ best }) => best !== null),
		open: rows.some(({ own }) => own.kind === 'open' && own.status !== 'undecided'),
		undecided: rows.some(({ own }) => own.kind === 'open' && own.status === 'undecided')
	};
	const worn = signWords.filter(([sign]) => wears[sign]);
	const height = sizes.key;
	return {
		columns: worn.flatMap(([sign, text]) => [
			{ width: height * 1.6, svg: drawSign(sign, height), margin: [0, 1.6, 0, 0] },
			{ width: 'auto', text, noWrap: true, margin: [0, 0, 8, 0] }
		]),
		columnGap: 2,
		fontSize: sizes.key,
		color: ink.soft,
		lineHeight: 1.2,
		margin: [0, 1, 0, 0]
	};
}

/** Indicators that give no points stand in no picture, and that is said. */
function sayLeftOut(facts: DistrictFacts, rows: readonly ProfileRow[]): string | null {
	const drawn = new Set(rows.map(({ section, indicator }) => `${section}/${indicator}`));
	const left = facts.items.filter(({ section, indicator }) => !drawn.has(`${section}/${indicator.indicator}`));
	if (left.length === 0) return null;
	return `${joinThai(left.map(({ indicator }) => `ข้อ ${indicator.indicator}`))} ไม่มีคะแนนในข้อตกลง จึงไม่อยู่ในภาพ`;
}
