// The cover: the emblem's place, what the book is, of which round and of whom, how new its data are, and who made it.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { formatDay } from '../../thai/write-date.ts';
import { ink } from '../bar-picture.ts';
import { demoNotice, officeName, sayDate, sayMoment } from '../memo/words.ts';
import { nameOf } from '../edition/words.ts';
import { showEmblem } from '../emblem.ts';
import type { Sheet } from '../sheet.ts';
import { centimetres } from '../typesetting/sizes.ts';

/** As on an outgoing letter; where the office has no picture its place stays empty. */
const emblemSize = centimetres(3);

export const bookTitle = 'รายงานผลคะแนนตามข้อตกลง';
export const draftWords = 'ฉบับร่าง ยังไม่ใช่ผลที่ประกาศ';

export function makeCover(view: RoundView, sheet: Sheet): Content {
	const { agreement, province, office } = view;
	const { sizes, textHeight, textWidth } = sheet;
	const line = (text: string, fontSize: number, rest: object = {}): Content => ({
		text,
		fontSize,
		lineHeight: 1.35,
		...rest
	});
	const about = [
		line(bookTitle, sizes.title * 1.25, { bold: true, headlineLevel: 1 }),
		line(`ของอำเภอในจังหวัด${province.name}`, sizes.title, { bold: true }),
		line(agreement.round, sizes.title, { bold: true }),
		...(view.edition === undefined ? [] : [line(nameOf(view.edition), sizes.label, { bold: true })]),
		rule(textWidth, 14),
		line(`ผลงานตั้งแต่วันที่ ${formatDay(agreement.from)} ถึงวันที่ ${formatDay(agreement.to)}`, sizes.body + 1),
		line(agreement.title, sizes.list, { color: ink.soft, margin: [24, 6, 24, 0] })
	];
	const state = [
		...(office.paper.draft ? [line(draftWords, sizes.label, { bold: true })] : []),
		line(sayMoment(view), sizes.body),
		...(view.demo ? [line(demoNotice, sizes.list, { bold: true })] : [])
	];
	return {
		alignment: 'center',
		stack: [
			office.paper.emblem === null
				? { text: '', margin: [0, 0, 0, emblemSize] }
				: showEmblem(office.paper.emblem, emblemSize, emblemSize),
			{ stack: about, margin: [0, textHeight * 0.13, 0, 0] },
			{ stack: state, margin: [0, textHeight * 0.09, 0, 0] },
			{
				stack: [
					rule(120, 10),
					line(officeName(view), sizes.label, { bold: true }),
					line(view.as_of === undefined ? sayDate(view) : '', sizes.body)
				],
				margin: [0, textHeight * 0.14, 0, 0]
			}
		]
	};
}

const rule = (width: number, space: number): Content => ({
	canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.7, lineColor: ink.text }],
	margin: [0, space, 0, space]
});
