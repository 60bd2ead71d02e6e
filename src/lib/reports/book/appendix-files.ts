// Appendix จ: every file received, with what proves that it is the one: its whole SHA-256.
import type { Content, ContentText, TableCell } from 'pdfmake/interfaces.js';
import type { Received, RoundView } from '../../ranking/round.ts';
import { joinThai } from '../../thai/words.ts';
import { formatDate } from '../../thai/write-date.ts';
import { ink } from '../bar-picture.ts';
import { head, keepTogether, makeHeading, makeNote, makeOpening, makeTable, widthOf } from './pieces.ts';
import type { Plan } from './plan.ts';
import type { Sheet } from '../sheet.ts';
import { keepVerbatim } from '../written-digits.ts';

export const lateWords = 'ส่งหลังกำหนด';

/** More districts than this are counted. */
const mostNamed = 6;
function sayDistricts({ districts }: Received, { province }: RoundView): string {
	const names = province.districts.filter(({ code }) => districts.includes(code)).map(({ name }) => name);
	if (names.length === 0) return '';
	return names.length > mostNamed ? `ค่าของ ${names.length} อำเภอ` : `ค่าของอำเภอ${joinThai(names)}`;
}

export const makeFilesAppendix = (view: RoundView, plan: Plan, sheet: Sheet): Content => [
	makeOpening(plan.files, sheet),
	makeNote(sayFiles(view.received), sheet),
	...(view.received.length === 0 ? [] : [makeFiles(view, sheet)]),
	...makeProof(view, sheet)
];

/** With the end of the journal on paper nobody can cut or rewrite what came before without its being seen. */
function makeProof({ edition }: RoundView, sheet: Sheet): readonly Content[] {
	if (edition === undefined) return [];
	const { n, hash } = edition.journal;
	return [
		keepTogether(
			makeHeading('หลักฐานของฉบับนี้', sheet),
			makeNote(
				[
					`เผยแพร่เมื่อสมุดบันทึกมี ${n.toLocaleString('en')} บรรทัด รหัสของบรรทัดสุดท้าย `,
					keepVerbatim(hash),
					' และ ',
					keepVerbatim('SHA-256'),
					' ของสิ่งที่เผยแพร่ทั้งหมด ',
					keepVerbatim(edition.sha256)
				],
				sheet
			)
		)
	];
}

function sayFiles(received: readonly Received[]): ContentText['text'] {
	if (received.length === 0) return 'ยังไม่ได้รับแฟ้มใด';
	const late = received.filter((one) => one.late).length;
	const behind = late === 0 ? '' : ` ในจำนวนนี้ส่งหลังกำหนด ${late.toLocaleString('en')} แฟ้ม`;
	return [
		`รับไว้ ${received.length.toLocaleString('en')} แฟ้ม${behind} เก็บไว้ตามที่ส่งมาทุกตัวอักษร ตรวจได้ด้วยรหัส `,
		keepVerbatim('SHA-256'),
		' ซึ่งพิมพ์ไว้ครบใต้ชื่อแฟ้ม'
	];
}

const widestMoment = '2025-06-30T20:30';
const sayReceived = (iso: string): string => formatDate(iso.slice(0, 16), { months: 'short' });

const makeFiles = (view: RoundView, sheet: Sheet): Content =>
	makeTable(
		{
			widths: [26, '*', widthOf(sayReceived(widestMoment), sheet.sizes.table) + 2],
			heads: [
				[
					head('เลขที่', sheet, 'right'),
					head(['แฟ้มและรหัส ', keepVerbatim('SHA-256')], sheet),
					head('รับเมื่อ จำนวนค่า', sheet)
				]
			],
			rows: view.received.map((one) => layFile(view, one, sheet))
		},
		sheet
	);

function layFile(view: RoundView, received: Received, sheet: Sheet): TableCell[] {
	const { number, file, sha256, sender, received_at, late, entries } = received;
	const about = [sender === null ? '' : `จาก ${sender}`, sayDistricts(received, view)].filter((one) => one !== '');
	return [
		{ text: String(number), alignment: 'right' },
		{
			stack: [
				{ text: { ...keepVerbatim(file), bold: true } },
				...(about.length === 0 ? [] : [{ text: about.join(' · ') }]),
				{ ...keepVerbatim(sha256), fontSize: sheet.sizes.key * 0.92, color: ink.soft, noWrap: true }
			]
		},
		{
			stack: [
				{ text: sayReceived(received_at) },
				{ text: [`${entries.toLocaleString('en')} ค่า`, ...(late ? [{ text: ` ${lateWords}`, bold: true }] : [])] }
			]
		}
	];
}
