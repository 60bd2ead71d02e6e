// What is asked about a file, and what is said of the answers: every sentence of it.
import { joinThai } from '../../thai/words.ts';
import type { Problem } from '../entry.ts';
import type { Asked, Question } from '../question.ts';
import { KINDS, quote, sayCount, type NameKind } from './sentences.ts';

const WHICH: Readonly<Record<NameKind, string>> = {
	district: 'อำเภอใด',
	section: 'ส่วนใด',
	indicator: 'ตัวชี้วัดใด',
	input: 'รายการใด',
	column: 'รายการใด'
};
/** `ไม่รู้จักอำเภอ “แวงนอย” หมายถึงอำเภอใด` */
export const askWhich = (kind: NameKind, written: string): string =>
	`ไม่รู้จัก${KINDS[kind]} ${quote(written)} หมายถึง${WHICH[kind]}`;

/** Where the name is known and belongs to several things. */
export const askWhichOfSeveral = (kind: NameKind, written: string): string =>
	`${KINDS[kind]} ${quote(written)} เป็นได้หลายอย่าง หมายถึง${WHICH[kind]}`;

/** Of the name of a district that another province has, and one of this is nearly called so. */
export const askElsewhere = (written: string, elsewhere: readonly string[]): string =>
	`${quote(written)} คือ${joinThai(elsewhere, 'หรือ')} ไม่มีในจังหวัดนี้ หมายถึงอำเภอใด`;

/** Of the name of a district that another province has. */
export const sayElsewhere = (written: string, elsewhere: readonly string[]): string =>
	`${quote(written)} คือ${joinThai(elsewhere, 'หรือ')} ไม่ใช่อำเภอของจังหวัดนี้ จึงไม่ได้รับ ให้ลบแถวนี้ออก หรือแก้อำเภอให้ถูก`;

/** Of a misspelling that is known for what it is. */
export const sayMisspelt = (kind: NameKind, written: string, name: string): string =>
	`อ่าน${KINDS[kind]} ${quote(written)} เป็น ${name} ให้แก้ตัวสะกดในแฟ้มครั้งต่อไป`;

/** Of an answer that a person gave, said wherever it is used. */
export const sayAnswered = ({ written, choices }: Asked, means: string | null, cells: number): string => {
	const counted = `${sayCount(cells)} ช่อง`;
	if (means === null) return `ใช้คำตอบที่ให้ไว้: ข้าม ${quote(written)} จึงไม่ได้รับ ${counted}`;
	const label = choices.find((choice) => choice.means === means)?.label ?? means;
	return `ใช้คำตอบที่ให้ไว้: ${quote(written)} คือ ${label} (${counted})`;
};

/** What may be written instead: names as files write them stand behind those that people read. */
const sayChoices = ({ kind, choices }: Question): string => {
	const written = kind === 'section' || kind === 'input' || kind === 'column';
	return joinThai(
		choices.map(({ means, label }) => (written && !label.includes(means) ? `${label} [${means}]` : label)),
		'หรือ'
	);
};

/** A question put where nobody can answer it: what is asked, what may be meant, what to do. */
export const sayUnanswered = (question: Question): string =>
	`${question.ask} ที่เป็นไปได้คือ ${sayChoices(question)} จึงยังไม่รับ ${sayCount(question.times)} ช่อง ให้แก้ในแฟ้มแล้วส่งใหม่`;

/** Of a heading that is an input's but for its unit. */
export const sayOtherUnit = (written: string): string =>
	`หัวคอลัมน์ ${quote(written)} มีหน่วยอื่นกว่าที่แบบรายงานถาม จึงไม่ได้อ่าน ให้คูณเป็นบาทแล้วใส่หัวคอลัมน์ตามแบบรายงาน`;

/** The questions as problems, for a reader that cannot be answered. */
export const listUnanswered = (questions: readonly Question[]): readonly Problem[] =>
	questions.map((question) => ({
		severity: 'error',
		code: `unclear_${question.kind}`,
		at: question.at,
		message: sayUnanswered(question)
	}));
