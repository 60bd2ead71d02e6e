// What is said of a value typed into the form on the web, beside its field.
import { formatScaled } from '../../thai/numbers.ts';
import { joinThai } from '../../thai/words.ts';
import type { Meaning } from '../cells/cell-words.ts';
import { sayMeaning } from './cells.ts';
import { quote } from './sentences.ts';

/** A word that could stand for more than one thing: whoever typed it is there to say which. */
export const sayUnclearWord = (text: string, may: readonly Meaning[]): string =>
	`${quote(text)} อาจหมายถึง ${joinThai(may.map(sayMeaning), 'หรือ')} ให้กรอกค่าที่ต้องการ หรือเว้นว่างถ้ายังไม่ส่ง`;

/** A percent below one, in millionths: it may have been meant as a share of one. */
export const sayBelowOne = (scaled: bigint): string =>
	`ร้อยละ ${formatScaled(scaled)} คือไม่ถึง 1 ใน 100 ถ้าหมายถึงร้อยละ ${formatScaled(scaled * 100n)} ให้กรอก ${formatScaled(scaled * 100n)}`;
