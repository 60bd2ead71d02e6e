// The head of a หนังสือภายนอก: the emblem over the middle, the number on the left and the office on the right at its foot, the
// date from the middle of the page, then what it is about, to whom, what it refers to and what comes with it.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import type { DistrictFacts } from '../district/facts.ts';
import { showEmblem } from '../emblem.ts';
import * as say from './words.ts';
import { officeName, sayDate } from '../memo/words.ts';
import { countLines } from '../fit.ts';
import { widthOf } from '../ranking/shape.ts';
import type { Sheet } from '../sheet.ts';
import { centimetres, page } from '../typesetting/sizes.ts';

/** Of an outgoing letter. Without an emblem its place stays empty: many offices print on paper that bears it already. */
const emblemHeight = centimetres(3);
const emblemWidth = centimetres(3.6);

/** From the left margin to the middle of the paper, where the date and the farewell begin. */
export const toMiddle = ({ margins }: Sheet): number => page.width / 2 - margins.left;

/** Labels stand apart from what they introduce; what runs over hangs under its beginning. */
function makeField(label: string, value: Content, { sizes }: Sheet): Content {
	return {
		columns: [
			{ width: widthOf(label, sizes.body) + 2, text: label, noWrap: true },
			{ width: '*', ...(typeof value === 'string' ? { text: value } : { stack: [value] }) }
		],
		columnGap: sizes.body * 0.75,
		margin: [0, sizes.body * 0.37, 0, 0]
	};
}

const widthOfOffice = (view: RoundView, { sizes, textWidth }: Sheet): number =>
	Math.min(
		textWidth * 0.6,
		Math.max(...[officeName(view), ...view.office.paper.address].map((text) => widthOf(text, sizes.body))) + 4
	);

/** Level with the foot of the emblem where the office's name leaves it room. */
const underEmblem = (office: number, { sizes, textWidth }: Sheet): number =>
	office <= textWidth / 2 - emblemHeight / 2 ? -sizes.body * 1.9 : 4;

export function makeLetterHead(view: RoundView, facts: DistrictFacts, sheet: Sheet, marked: boolean): Content {
	const { emblem, address } = view.office.paper;
	const right = [officeName(view), ...address];
	const rightWidth = widthOfOffice(view, sheet);
	const [what, count] = say.enclosure(view, facts);
	const bookmark = marked ? { outline: true, outlineText: `อำเภอ${facts.district.name}` } : {};
	return [
		emblem === null
			? { stack: [], margin: [0, emblemHeight, 0, 0] }
			: {
					columns: [
						{ width: '*', text: '' },
						{
							width: emblemWidth,
							alignment: 'center',
							stack: [showEmblem(emblem, emblemWidth, emblemHeight)]
						},
						{ width: '*', text: '' }
					]
				},
		{
			columns: [
				{ width: '*', text: `ที่  ${say.numberOf(view)}`, preserveLeadingSpaces: true },
				{ width: rightWidth, stack: right.map((text) => ({ text })) }
			],
			margin: [0, underEmblem(rightWidth, sheet), 0, 0]
		},
		{
			columns: [
				{ width: toMiddle(sheet), text: '' },
				{ width: '*', text: sayDate(view) || ' ' }
			],
			margin: [0, 4, 0, 2]
		},
		makeField('เรื่อง', { text: say.subject(view), headlineLevel: 1, ...bookmark }, sheet),
		makeField('เรียน', say.addressee(facts), sheet),
		makeField('อ้างถึง', say.reference(view), sheet),
		makeField('สิ่งที่ส่งมาด้วย', `${what}  ${count}`, sheet)
	];
}

/** Lines of the head under the emblem, and the points of all that does not grow with them. */
export function measureHead(view: RoundView, facts: DistrictFacts, sheet: Sheet) {
	const { sizes, textWidth } = sheet;
	const fields = [
		['เรื่อง', say.subject(view)],
		['เรียน', say.addressee(facts)],
		['อ้างถึง', say.reference(view)],
		['สิ่งที่ส่งมาด้วย', say.enclosure(view, facts).join('  ')]
	] as const;
	const lines = fields.map(([label, text]) =>
		countLines(text, sizes.body, textWidth - widthOf(label, sizes.body) - sizes.body)
	);
	return {
		lines: lines.reduce((sum, count) => sum + count, 1 + 1 + view.office.paper.address.length),
		fixed: emblemHeight + underEmblem(widthOfOffice(view, sheet), sheet) + 6 + fields.length * sizes.body * 0.37
	};
}
