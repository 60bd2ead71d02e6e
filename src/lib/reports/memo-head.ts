// The head of a บันทึกข้อความ: the words, and the four lines every office fills in over a dotted rule.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../ranking/round.ts';
import { addressee, officeName, sayDate, subject } from './memo-words.ts';
import { centimetres, sizes } from './typesetting/sizes.ts';

/** The emblem is the state's and the agency supplies it: its place stays empty. */
const emblem = centimetres(1.5);

interface Field {
	readonly label: string;
	readonly value: string;
	readonly width: number | '*';
}

function makeFields(fields: readonly Field[]): Content {
	return {
		columns: fields.map(({ label, value, width }) => ({
			width,
			table: {
				widths: ['auto', '*'],
				body: [
					[
						{ text: label, bold: true, fontSize: sizes.label, border: [false, false, false, false] },
						{ text: value === '' ? ' ' : value, border: [false, false, false, true], margin: [0, 3.4, 0, 0] }
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
		lineHeight: 1.1,
		margin: [0, 0, 0, 3]
	};
}

export function makeHead(view: RoundView): Content {
	return [
		{
			text: 'บันทึกข้อความ',
			bold: true,
			fontSize: sizes.title,
			alignment: 'center',
			lineHeight: 1.2,
			margin: [0, emblem - 27, 0, 6]
		},
		makeFields([{ label: 'ส่วนราชการ', value: officeName(view), width: '*' }]),
		makeFields([
			{ label: 'ที่', value: view.office.document_number ?? '', width: '*' },
			{ label: 'วันที่', value: sayDate(view), width: '*' }
		]),
		makeFields([{ label: 'เรื่อง', value: subject(view), width: '*' }]),
		{ text: `เรียน  ${addressee(view.province)}`, preserveLeadingSpaces: true, margin: [0, 6, 0, 4] }
	];
}
