// Words and marks that stand in cells where a value is asked for: what each says, and which of them only its writer can tell.
import type { Input } from '../../agreement/schema.ts';
import { nameKey } from '../../thai/spelling.ts';

const keys = (...words: readonly string[]): ReadonlySet<string> => new Set(words.map(nameKey));

/** Takes back a value that was sent before. */
export const WITHDRAWN = keys('ถอน', 'ถอนค่า', 'ถอนข้อมูล');

/** One dash or more, and nothing else. */
export const DASH = /^[-–—−‐]+$/;

/** Not reported, in words. */
export const NOTHING_SAID = keys(
	'n/a',
	'na',
	'nil',
	'none',
	'ไม่มีข้อมูล',
	'ไม่ระบุ',
	'ไม่รายงาน',
	'ไม่ได้รายงาน',
	'ยังไม่รายงาน',
	'ยังไม่ได้รายงาน',
	'ยังไม่ส่ง',
	'ยังไม่มีข้อมูล',
	'รอข้อมูล'
);

/** Marks that mean yes wherever a form is ticked by hand. */
export const YES_MARKS = keys('/', '//', '✓', '✔', '√', '☑', '✅', '🗸', '(/)', '[/]', '[✓]');
export const YES_WORDS = keys(
	'ดำเนินการแล้ว',
	'ดำเนินการแล้วเสร็จ',
	'ดำเนินการเรียบร้อยแล้ว',
	'ได้ดำเนินการแล้ว',
	'ทำแล้ว',
	'เสร็จแล้ว',
	'แล้วเสร็จ',
	'เรียบร้อย',
	'เรียบร้อยแล้ว',
	'yes',
	'y'
);
export const NO_WORDS = keys(
	'ยังไม่ดำเนินการ',
	'ยังไม่ได้ดำเนินการ',
	'ไม่ได้ดำเนินการ',
	'ไม่ดำเนินการ',
	'ยังไม่แล้วเสร็จ',
	'ยังไม่ทำ',
	'ไม่ได้ทำ',
	'no',
	'n'
);

/** What a word may stand for; `nothing`: it was not reported. */
export type Meaning = '0' | 'yes' | 'no' | 'not_done' | '[]' | 'nothing';

/** Kinds of input that a word is asked about alike. */
export type InputKind = 'figure' | 'bool' | 'moment' | 'list';

export const kindOfInput = ({ type }: Input): InputKind =>
	type === 'bool' || type === 'list' ? type : type === 'date' || type === 'datetime' ? 'moment' : 'figure';

/** None of something may be zero, or may be that nobody has counted. */
const NONE = keys('ไม่มี');
/** A cross strikes out in one office and ticks in the next; so does an empty box. */
const CROSSES = keys('x', '×', '✗', '✘', '✕', '☒', '☐', '[x]', '[]', '[ ]', '(x)');

const NONE_MEANS: Readonly<Record<InputKind, Meaning>> = { figure: '0', bool: 'no', moment: 'not_done', list: '[]' };

/** What a word in a cell of this input may mean, where that is more than one thing; empty for every other word. */
export const meaningsOf = (key: string, input: Input): readonly Meaning[] => {
	const kind = kindOfInput(input);
	if (NONE.has(key)) return kind === 'moment' && input.due === true ? [] : [NONE_MEANS[kind], 'nothing'];
	return kind === 'bool' && CROSSES.has(key) ? ['yes', 'no', 'nothing'] : [];
};
