// The head of a บันทึกข้อความ: the office's emblem, the words, and the four lines every office fills in over a dotted rule.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { showEmblem } from '../emblem.ts';
import { addressee, officeName, sayDate, subject } from './words.ts';
import type { Sheet } from '../sheet.ts';
import { centimetres } from '../typesetting/sizes.ts';

/** Height of the emblem on a memo. Without one its place stays empty: it is the state's, and the agency supplies it. */
const emblemHeight = centimetres(1.5);
/** Emblems are about as wide as high; a wider one still leaves the title in the middle of the page. */
const emblemWidth = centimetres(2.2);

const fieldLine = 1.1;

interface Field {
	readonly label: string;
	readonly value: string;
	readonly width: number | '*';
}

function makeFields(fields: readonly Field[], { sizes }: Sheet): Content {
	return {
		columns: fields.map(({ label, value, width }) => ({
			width,
			table: {
				widths: ['auto', '*'],
				body: [
					[
						{ text: label, bold: true, fontSize: sizes.label, border: [false, false, false, false] },
						{
							text: value === '' ? ' ' : value,
							border: [false, false, false, true],
							margin: [0, (sizes.label - sizes.body) * 1.25, 0, 0]
						}
					]
				]
			},
			layout: {
				hLineWidth: (line: number) => (line === 1 ? 0.6 : 0),
				vLineWidth: () => 0,
				hLineStyle: () => ({ dash: { length: 0.6, space: 1.8 } }),
				paddingLeft: (column: number) => (column === 0 ? 0 : 6),
				paddingRight: () => 0,
				paddingTop: () => 0,
				paddingBottom: () => 0
			}
		})),
		columnGap: 10,
		lineHeight: fieldLine,
		margin: [0, 0, 0, 3]
	};
}

/** Points that the head takes, about, without the line of the addressee. */
export const heightOfHead = ({ sizes }: Sheet): number =>
	Math.max(emblemHeight, sizes.title * 1.3) + 14 + 3 * (sizes.label * 1.3 * fieldLine + 3.6);

export function makeHead(view: RoundView, sheet: Sheet): Content {
	const { emblem } = view.office.paper;
	const line = 1.2;
	return [
		{
			columns: [
				{ width: emblemWidth, stack: emblem === null ? [] : [showEmblem(emblem, emblemWidth, emblemHeight)] },
				{
					width: '*',
					text: 'บันทึกข้อความ',
					headlineLevel: 1,
					bold: true,
					fontSize: sheet.sizes.title,
					alignment: 'center',
					lineHeight: line,
					// stands on the foot of the emblem
					margin: [0, Math.max(0, emblemHeight - sheet.sizes.title * 1.3), 0, 0]
				},
				{ width: emblemWidth, text: '' }
			],
			margin: [0, 0, 0, 4]
		},
		makeFields([{ label: 'ส่วนราชการ', value: officeName(view), width: '*' }], sheet),
		makeFields(
			[
				{ label: 'ที่', value: view.office.document_number ?? '', width: '*' },
				{ label: 'วันที่', value: sayDate(view), width: '*' }
			],
			sheet
		),
		makeFields([{ label: 'เรื่อง', value: subject(view), width: '*' }], sheet),
		{ text: `เรียน  ${addressee(view.province)}`, preserveLeadingSpaces: true, margin: [0, 6, 0, 4] }
	];
}
