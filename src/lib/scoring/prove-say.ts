// Ranges, boxes and examples in plain Thai.
import type { Witness } from '../agreement/check.ts';
import { sayName, sayOutcome } from '../agreement/say.ts';
import type { Indicator, Outcome } from '../agreement/schema.ts';
import { formatNumber, formatScaled } from '../thai/numbers.ts';
import { joinThai } from '../thai/words.ts';
import { formatDate } from '../thai/write-date.ts';
import { MICRO, NOT_DONE } from './position.ts';
import { FARTHEST, ownVariable, type Range } from './prove-axes.ts';
import { floorDivide } from './prove-linear.ts';
import type { NamedAxis, NamedSpace } from './prove-space.ts';
import { writeMoment } from './prove-witness.ts';

/** One range for each axis; the farthest range asks nothing. */
export type Box = readonly Range[];

export function sayBox(space: NamedSpace, box: Box, indicator: Indicator): string {
	const parts = box.flatMap((range, i) => {
		const axis = space.axes[i];
		return axis && (range.low > FARTHEST.low || range.high < FARTHEST.high)
			? [sayRange(space, i, axis, range, indicator)]
			: [];
	});
	return parts.length === 0 ? 'ทุกค่า' : joinThai(parts);
}

function sayRange(space: NamedSpace, at: number, axis: NamedAxis, range: Range, indicator: Indicator): string {
	const name = sayName(axis.name, indicator);
	if (axis.type === 'bool') return range.low > 0n ? name : `ไม่ใช่: ${name}`;
	if (axis.versus !== null)
		return `${name} ${sayVersus(range, axis.type === 'moment')} ${sayName(axis.versus, indicator)}`;
	if (axis.type === 'moment') return `${name} ${sayDays(range)}`;
	const whole = ownVariable(space, at)?.pieces.every(
		({ first, step }) => first % (2n * MICRO) === 0n && step === 2n * MICRO
	);
	const least = ownVariable(space, at)?.pieces[0]?.first;
	return `${name} ${whole === true ? sayWhole(range, least ?? FARTHEST.low) : sayFigures(range)}`;
}

function sayFigures({ low, high }: Range): string {
	const figure = (at: bigint) => formatScaled(floorDivide(at, 2n));
	const odd = (at: bigint) => at % 2n !== 0n;
	if (low + 1n === high && !odd(low)) return `เท่ากับ ${figure(low)}`;
	const words = [
		low > FARTHEST.low ? `${odd(low) ? 'มากกว่า' : 'ตั้งแต่'} ${figure(low)}` : null,
		high < FARTHEST.high ? `${odd(high) ? 'ไม่เกิน' : 'น้อยกว่า'} ${figure(high)}` : null
	].filter((word) => word !== null);
	return words.join(' แต่');
}

/** Counts have no values between whole numbers. */
function sayWhole({ low, high }: Range, least: bigint): string {
	const unit = 2n * MICRO;
	if (low <= least && high > least && high <= least + unit) return `เท่ากับ ${formatScaled(least / 2n)}`;
	const first = low > FARTHEST.low ? -floorDivide(-low, unit) * MICRO : null;
	const last = high < FARTHEST.high ? floorDivide(high - 1n, unit) * MICRO : null;
	if (first !== null && first === last) return `เท่ากับ ${formatScaled(first)}`;
	const words = [
		first === null ? null : `ตั้งแต่ ${formatScaled(first)}`,
		last === null ? null : `ไม่เกิน ${formatScaled(last)}`
	].filter((word) => word !== null);
	return words.join(' แต่');
}

function sayDays({ low, high }: Range): string {
	const day = (at: bigint) => {
		const iso = writeMoment(floorDivide(at, 2n), 'datetime');
		return formatDate(iso.endsWith('T00:00') ? iso.slice(0, 10) : iso, { months: 'short' });
	};
	// what is not done stands after every day there is
	if (low >= NOT_DONE) return 'ยังไม่ทำ';
	if (high > NOT_DONE) return `ตั้งแต่ ${day(low)} หรือยังไม่ทำ`;
	if (high === NOT_DONE && low <= 0n) return 'ทำแล้ว';
	const words = [low > 0n ? `ตั้งแต่ ${day(low)}` : null, high < NOT_DONE ? `ก่อน ${day(high)}` : null];
	return words.filter((word) => word !== null).join(' และ');
}

function sayVersus({ low, high }: Range, moment: boolean): string {
	const [under, over] = moment ? ['ก่อน', 'หลัง'] : ['น้อยกว่า', 'มากกว่า'];
	if (low >= 0n && low < 1n && high <= 1n) return 'เท่ากับ';
	if (low >= 0n) return low > 0n ? over : `ไม่${under}`;
	return high <= 0n ? under : `ไม่${over}`;
}

/** More than so many inputs of an example are not read out: the example itself has them all. */
const MOST_SAID = 5;

/** An example in brackets of a sentence; where none was found that could be sent, that is said instead. */
export const sayShown = (
	shown: { readonly inputs: Witness; readonly complete: boolean },
	indicator: Indicator
): string => (shown.complete ? `เช่น ${sayExample(shown.inputs, indicator)}` : 'ยังหาตัวอย่างข้อมูลที่ส่งได้จริงไม่พบ');

/** An example as a list of what was sent. */
export function sayExample(inputs: Witness, indicator: Indicator): string {
	const said = Object.entries(inputs).map(([name, value]) => `${sayName(name, indicator)} ${sayValue(value)}`);
	return said.length <= MOST_SAID ? said.join(', ') : `${said.slice(0, MOST_SAID).join(', ')} …`;
}

function sayValue(value: Witness[string]): string {
	if (value === null) return 'ยังไม่ทำ';
	if (typeof value === 'boolean') return value ? 'ใช่' : 'ไม่';
	if (typeof value === 'number') return formatNumber(value);
	if (typeof value === 'string') return formatDate(value, { months: 'short' });
	return value.map((one) => formatNumber(one)).join('; ');
}

export const sayGiven = (outcome: Outcome | null) => (outcome === null ? 'ยังไม่มีผล' : sayOutcome(outcome));
