// The sheet of paper a document is set on: sizes, margins and widths in points, from the office's settings.
import { regulationPaper, type PaperSettings } from '../ranking/round.ts';
import { centimetres, officialSize, page } from './typesetting/sizes.ts';

export interface Sheet {
	readonly settings: PaperSettings;
	/** points of Sarabun */
	readonly sizes: {
		/** the words บันทึกข้อความ */
		readonly title: number;
		/** ส่วนราชการ, ที่, วันที่, เรื่อง, and headings */
		readonly label: number;
		readonly body: number;
		/** lists and notes on attached pages */
		readonly list: number;
		/** rows of a table */
		readonly table: number;
		/** keys and column heads */
		readonly key: number;
	};
	/** points */
	readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
	/** between the margins, points */
	readonly textWidth: number;
	readonly textHeight: number;
	/** of a paragraph's first line, points */
	readonly indent: number;
}

export function makeSheet(settings: PaperSettings): Sheet {
	const { sizes, margins } = settings;
	const [top, right, bottom, left] = [margins.top, margins.right, margins.bottom, margins.left].map(centimetres) as [
		number,
		number,
		number,
		number
	];
	return {
		settings,
		sizes: {
			title: officialSize(sizes.title),
			label: officialSize(sizes.label),
			body: officialSize(sizes.body),
			list: officialSize(sizes.body - 2),
			table: officialSize(sizes.body - 3),
			key: officialSize(sizes.body - 4)
		},
		margins: { top, right, bottom, left },
		textWidth: page.width - left - right,
		textHeight: page.height - top - bottom,
		indent: centimetres(settings.indent)
	};
}

/** For a page that has to hold much: no larger than the regulation's sizes, whatever the office has set for its letters. */
export function smallSheet(sheet: Sheet): Sheet {
	const most = makeSheet(regulationPaper).sizes;
	const { title, label, body, list, table, key } = sheet.sizes;
	return {
		...sheet,
		sizes: {
			title: Math.min(title, most.title),
			label: Math.min(label, most.label),
			body: Math.min(body, most.body),
			list: Math.min(list, most.list),
			table: Math.min(table, most.table),
			key: Math.min(key, most.key)
		}
	};
}
