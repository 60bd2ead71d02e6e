import { expect, test } from 'vitest';
import { pairIndicators } from '../../src/lib/ranking/pair-indicators.ts';
import { after, before, share, steps } from './letters.ts';

const bounds = [60, 70, 80, 90, 100];

/** What is said of each pair, in a line. */
const told = (was: readonly object[], is: readonly object[]) =>
	pairIndicators(before(was), after(is)).map((pair) => {
		const numbers = `${pair.before?.indicator ?? '–'}→${pair.after?.indicator ?? '–'}`;
		if (pair.kind === 'incomparable') return `${numbers} ${pair.reason}`;
		return [numbers, pair.sameRule ? 'same rule' : 'other rule', ...pair.changes].join(' ');
	});

test.each([
	['nothing changed', [share('1', 50, bounds)], [share('1', 50, bounds)], '1→1 same rule'],
	['only the weight', [share('1', 50, bounds)], [share('1', 60, bounds)], '1→1 same rule น้ำหนักจาก 50 เป็น 60'],
	[
		'only the bounds',
		[share('1', 50, bounds)],
		[share('1', 50, [50, 60, 70, 80, 90])],
		'1→1 other rule เกณฑ์ของระดับ 1–5 จาก 60, 70, 80, 90, 100 เป็น 50, 60, 70, 80, 90'
	],
	[
		'only the deadline, which belongs to its round',
		[steps('1', 50, '2022-03-01')],
		[steps('1', 50, '2022-09-01')],
		'1→1 same rule'
	],
	[
		'only words and years',
		[share('1', 50, bounds, { title: 'ร้อยละของงาน ปี ๒๕๖๔' })],
		[share('1', 50, bounds, { title: 'ร้อยละของงาน ปี ๒๕๖๕', short: 'งาน' })],
		'1→1 same rule'
	],
	[
		'the same number, another thing',
		[share('1', 50, bounds)],
		[steps('1', 50, '2022-09-01')],
		'1→1 รอบก่อนวัด“ร้อยละที่ทำได้” รอบนี้วัดขั้นตอนที่ทำแล้ว'
	],
	[
		'the same words over other inputs',
		[share('1', 50, bounds)],
		[share('1', 50, bounds, { inputs: share('2', 50, bounds).inputs, values: share('2', 50, bounds).values })],
		'1→1 รอบก่อนวัดจาก“งานที่ทำได้ 1” และ “งานทั้งหมด 1” รอบนี้วัดจาก“งานที่ทำได้ 2” และ “งานทั้งหมด 2”'
	],
	[
		'the page lost',
		[share('1', 50, bounds, { ladder: undefined })],
		[share('1', 50, bounds)],
		'1→1 หน้าเกณฑ์ของรอบก่อนสูญหาย'
	]
])('%s', (_, was, is, expected) => {
	expect(told(was, is)).toEqual([expected]);
});

test('an indicator that was given another number is found by what it measures', () => {
	expect(
		told([share('1', 50, bounds), share('2', 50, bounds)], [share('2', 50, bounds), share('1', 50, bounds)])
	).toEqual(['2→2 same rule', '1→1 same rule']);
	const moved = { ...share('1', 50, bounds), indicator: '7' };
	expect(told([share('1', 50, bounds)], [moved])).toEqual(['1→7 same rule เดิมเป็นข้อ 1']);
});

test('what only one round has is said after what the later letter has', () => {
	expect(
		told([share('1', 50, bounds), share('2', 50, bounds)], [share('1', 50, bounds), share('3', 50, bounds)])
	).toEqual(['1→1 same rule', '–→3 รอบก่อนไม่มีตัวชี้วัดนี้', '2→– รอบนี้ไม่มีตัวชี้วัดนี้แล้ว']);
});

test('the earlier rule is asked with the later round’s deadline and number', () => {
	const changed = steps('3', 50, '2022-03-01');
	const later = steps('3', 50, '2022-09-01', {
		ladder: {
			mode: 'highest',
			rungs: [
				{ outcome: 1, text: 'มีแผน', needs: { yes: 'planned' } },
				{ outcome: 2, text: 'ส่งทัน', needs: { date: 'sent_on', by: '2022-09-01' } }
			]
		}
	});
	const [pair] = pairIndicators(before([changed]), after([later]));
	if (pair?.kind !== 'comparable') throw new Error('it measures the same');
	expect(pair.crossing).toMatchObject({
		indicator: '3',
		ladder: { mode: 'prefix', rungs: [{}, { needs: { date: 'sent_on', by: '2022-09-01' } }] }
	});
});

/** The last step's words are lost and taken to be a deadline. */
const takenDeadline = (by: string) => ({
	mode: 'prefix',
	rungs: [
		{ outcome: 1, text: 'มีแผน', needs: { yes: 'planned' } },
		{ outcome: 2, text: 'ส่งรายงานทันเวลา', needs: { lost: 'X1', taken: { date: 'sent_on', by } } }
	]
});

test('what lost words are taken to be has a deadline that moves with the round as well', () => {
	const earlier = steps('1', 50, '2022-03-01', { ladder: takenDeadline('2022-03-01') });
	const later = steps('1', 50, '2022-09-01', { ladder: { ...takenDeadline('2022-09-01'), mode: 'highest' } });
	const [pair] = pairIndicators(before([earlier]), after([later]));
	if (pair?.kind !== 'comparable') throw new Error('it measures the same');
	expect(pair.crossing?.ladder).toMatchObject(takenDeadline('2022-09-01'));
});

test('a bound that lost words are taken to be is told with its figures', () => {
	const taken = (at_least: number) =>
		share('1', 50, bounds, {
			ladder: {
				mode: 'highest',
				rungs: [
					{ outcome: 1, text: 'อ่านไม่ออก', needs: { lost: 'X1', taken: { value: 'part', at_least } } },
					{ outcome: 2, text: 'ไม่น้อยกว่าร้อยละ 70', needs: { value: 'part', at_least: 70 } }
				]
			}
		});
	expect(told([taken(60)], [taken(50)])).toEqual(['1→1 other rule เกณฑ์ “ร้อยละที่ทำได้” จาก 60 เป็น 50']);
});

test('where the earlier rule needs what is no longer asked, performance and rule cannot be told apart', () => {
	const asked = steps('1', 50, '2022-03-01');
	const { planned } = asked.inputs;
	const fewer = {
		...steps('1', 50, '2022-09-01'),
		inputs: { planned },
		ladder: { mode: 'prefix', rungs: [{ outcome: 1, text: 'มีแผน', needs: { yes: 'planned' } }] }
	};
	expect(pairIndicators(before([asked]), after([fewer]))).toMatchObject([
		{ kind: 'comparable', crossing: null, hindrance: 'เกณฑ์รอบก่อนต้องใช้“วันที่ส่งรายงาน” ซึ่งรอบนี้ไม่ได้เก็บ' }
	]);
});
