// Appendix ข: how each unclear place of the letter is read: the words, the reading taken, why, and what else they could mean.
import type { Content } from 'pdfmake/interfaces.js';
import { standingRulings } from '../../agreement/rule.ts';
import type { RulingGiven } from '../../agreement/ruling.ts';
import { sayTake } from '../../agreement/say-ruling.ts';
import type { Agreement, Reading } from '../../agreement/schema.ts';
import type { RoundView } from '../../ranking/round.ts';
import { joinThai } from '../../thai/words.ts';
import { formatDate } from '../../thai/write-date.ts';
import { ink } from '../bar-picture.ts';
import { makeHeading, makeNote, makeOpening } from './pieces.ts';
import type { Plan } from './plan.ts';
import { nameSection } from '../rank-lines.ts';
import type { Sheet } from '../sheet.ts';

export const readingKinds: Readonly<Record<Reading['kind'], string>> = {
	choice: 'ใช้อยู่',
	filler: 'เสนอไว้ รอคำวินิจฉัย',
	note: 'บันทึกไว้'
};

export function makeReadingsAppendix(view: RoundView, plan: Plan, sheet: Sheet): Content {
	const { agreement } = view;
	const readings = Object.entries(agreement.readings);
	const standing = standingRulings(view.rulings ?? []);
	return [
		makeOpening(plan.readings, sheet),
		makeNote(
			readings.length === 0
				? 'ข้อตกลงนี้ไม่มีข้อความที่ต้องตีความ'
				: `ข้อความที่ข้อตกลงเขียนไม่ชัด ขัดกัน หรือเว้นว่าง มี ${readings.length} เรื่อง เรื่องที่ใช้อยู่มีผลกับคะแนนในรอบนี้ เรื่องที่เสนอไว้ยังไม่มีผลจนกว่าจะมีคำวินิจฉัย`,
			sheet
		),
		...readings.map(([id, reading]) => {
			const given = standing.filter((ruling) => ruling.reading === id);
			return layReading(agreement, id, reading, given, sheet);
		}),
		...layExemptions(view, standing, sheet)
	];
}

/** วินิจฉัยเมื่อ 14 ก.ย. 2565 โดย …: once for each act. */
const sayGiven = (given: readonly RulingGiven[]): string =>
	[...Map.groupBy(given, ({ line }) => line).values()]
		.flatMap(([first]) => (first === undefined ? [] : [first]))
		.map(({ at, who }) => `${formatDate(at.slice(0, 16), { months: 'short' })}${who === 'web' ? '' : ` โดย ${who}`}`)
		.join(', ');

/** Indicators that a committee does not apply to some districts stand in no reading. */
function layExemptions(view: RoundView, standing: readonly RulingGiven[], sheet: Sheet): readonly Content[] {
	const exempting = standing.filter(({ reading }) => reading === null);
	if (exempting.length === 0) return [];
	const nameOf = (code: string) => view.province.districts.find((one) => one.code === code)?.name ?? code;
	return [
		makeHeading('คำวินิจฉัยว่าไม่ใช้กับบางอำเภอ', sheet),
		...exempting.map((ruling) =>
			makeNote(
				`${sayPlaces(view.agreement, [ruling.indicator])} ${sayTake(ruling.take, { reading: null, indicator: null, nameOf })} เพราะ ${ruling.reason} (วินิจฉัยเมื่อ ${sayGiven([ruling])})`,
				sheet
			)
		)
	];
}

function layReading(
	agreement: Agreement,
	id: string,
	reading: Reading,
	given: readonly RulingGiven[],
	sheet: Sheet
): Content {
	const { kind, about, words, readings, taken, why } = reading;
	return {
		columns: [
			{
				width: 92,
				stack: [
					{ text: id, bold: true },
					{ text: readingKinds[kind], fontSize: sheet.sizes.key, color: kind === 'filler' ? ink.undecided : ink.soft }
				]
			},
			{
				width: '*',
				stack: [
					{ text: sayPlaces(agreement, about ?? []), bold: true },
					{ text: [{ text: 'ข้อความ ', color: ink.soft }, words] },
					{ text: [{ text: 'อ่านว่า ', color: ink.soft }, taken] },
					{ text: [{ text: 'เพราะ ', color: ink.soft }, why] },
					...(given.length === 0 ? [] : [{ text: [{ text: 'วินิจฉัยเมื่อ ', color: ink.soft }, sayGiven(given)] }]),
					...(readings.length > 1 ? [{ text: [{ text: 'อ่านได้ว่า ', color: ink.soft }, readings.join(' / ')] }] : [])
				]
			}
		],
		unbreakable: true,
		fontSize: sheet.sizes.list,
		lineHeight: 1.35,
		margin: [0, 4, 0, 4]
	};
}

/** รายทีม ข้อ 1 และ 2; รายบุคคล ข้อ 3 */
function sayPlaces(agreement: Agreement, about: readonly string[]): string {
	if (about.length === 0) return 'ทั้งข้อตกลง';
	const places = about.map((place) => place.split('/'));
	const sections = [...new Set(places.map(([section = '']) => section))];
	return sections
		.map((name) => {
			const section = agreement.sections.find((one) => one.section === name);
			const title = section === undefined ? name : nameSection(section);
			const numbers = places.flatMap(([own, number]) => (own === name && number !== undefined ? [number] : []));
			return numbers.length === 0 ? title : `${title} ข้อ ${joinThai(numbers)}`;
		})
		.join('; ');
}
