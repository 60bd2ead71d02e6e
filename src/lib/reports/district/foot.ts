// The foot of a sheet: the files its values came in, room for a remark, and lines for two to sign.
import type { Content } from 'pdfmake/interfaces.js';
import type { Received } from '../../ranking/round.ts';
import { measureEm } from '../../charts/measure-text.ts';
import { toThaiDigits } from '../../thai/digits.ts';
import { formatDate } from '../../thai/write-date.ts';
import { ink } from '../bar-picture.ts';
import { makeSubhead } from './pieces.ts';
import { noFiles } from './words.ts';
import type { Sheet } from '../sheet.ts';
import { keepVerbatim } from '../written-digits.ts';

const mostColumns = 3;
/** between them, points */
const columnGap = 10;

/** What stands together at the end: no signature is alone on a page. */
export const makeFoot = (files: readonly Received[], sheet: Sheet): Content => ({
	unbreakable: true,
	stack: [makeFiles(files, sheet), makeSigning(sheet)]
});

/** Number, time and the first figures of the hash of each file, in reading order down the columns. */
function makeFiles(files: readonly Received[], sheet: Sheet): Content {
	const { sizes, textWidth } = sheet;
	const widest =
		sizes.key * Math.max(...files.map((file) => measureEm(toThaiDigits(sayReceipt(file)) + sayHash(file), 'regular')));
	const columns = Math.min(mostColumns, Math.max(1, Math.floor((textWidth + columnGap) / (widest + columnGap))));
	const rows = Math.ceil(files.length / columns);
	const column = (nth: number) => files.slice(nth * rows, (nth + 1) * rows);
	const about = files.length === 0 ? noFiles : 'เลขที่ใบรับ เวลาที่รับ และต้นของลายนิ้วมือไฟล์ (SHA)';
	return {
		stack: [
			makeSubhead('ไฟล์ที่ได้รับ', about, sheet),
			{
				columns: Array.from({ length: files.length === 0 ? 0 : columns }, (_, nth) => ({
					stack: column(nth).map(sayFile)
				})),
				columnGap
			}
		],
		fontSize: sizes.key,
		lineHeight: 1.25,
		margin: [0, 0, 0, 4]
	};
}

const sayReceipt = ({ number, received_at, late }: Received): string =>
	`${number}  ${formatDate(received_at.slice(0, 16), { months: 'short' }).replace(' เวลา', '')}${late ? ' (ช้า)' : ''}  `;
const sayHash = ({ sha256 }: Received): string => sha256.slice(0, 8);

const sayFile = (file: Received): Content => ({
	text: [sayReceipt(file), { ...keepVerbatim(sayHash(file)), color: ink.soft }],
	noWrap: true
});

/** Room to write in, and two who sign. */
function makeSigning({ sizes }: Sheet): Content {
	const remark = 26;
	const dots = '.'.repeat(44);
	const sign = (who: string): Content => ({
		stack: [
			{ text: `ลงชื่อ ${dots} ${who}` },
			{ text: `(${dots})` },
			{ text: `ตำแหน่ง ${'.'.repeat(26)} วันที่ ${'.'.repeat(22)}` }
		],
		alignment: 'center',
		lineHeight: 1.5
	});
	return {
		stack: [
			{
				table: {
					widths: ['*'],
					heights: remark,
					body: [[{ text: 'หมายเหตุ', bold: true, fontSize: sizes.key, lineHeight: 1.2 }]]
				},
				layout: {
					hLineWidth: () => 0.5,
					vLineWidth: () => 0.5,
					hLineColor: () => ink.faint,
					vLineColor: () => ink.faint
				},
				margin: [0, 2, 0, 6]
			},
			{ columns: [sign('ผู้รายงาน'), sign('ผู้ตรวจ')], columnGap: 16, fontSize: sizes.list }
		]
	};
}
