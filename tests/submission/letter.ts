// A small letter and province for the tests of this room: one input of every type, one indicator that not every district has.
import { agreementSchema, type Agreement } from '../../src/lib/agreement/schema.ts';
import type { Entry, Place, Submission } from '../../src/lib/submission/entry.ts';
import type { ProvinceNames } from '../../src/lib/submission/names/name-districts.ts';
import { readSubmission } from '../../src/lib/submission/read.ts';

const indicator = (number: string, inputs: Readonly<Record<string, object>>, more: object = {}): object => ({
	indicator: number,
	title: `ตัวชี้วัดที่ ${number}`,
	short: number,
	unit: 'ร้อยละ',
	weight: 25,
	work_group: null,
	inputs,
	...more
});

export const letter: Agreement = agreementSchema.parse({
	agreement: 'khon-kaen/2565-2',
	province: '40',
	title: 'ข้อตกลง',
	round: 'รอบ 2/2565',
	from: '2022-04-01',
	to: '2022-09-30',
	dated: null,
	source: 'แต่งขึ้นเพื่อทดสอบ',
	invented: true,
	sections: [
		{
			section: 'team',
			title: 'รายทีม',
			weight: 50,
			indicators: [
				indicator('1', {
					budget_used_pct: { label: 'ร้อยละการใช้จ่าย', type: 'pct' },
					spent_baht: { label: 'เบิกจ่ายแล้ว', type: 'baht' },
					disbursed_per_rules: { label: 'เบิกจ่ายถูกต้องตามระเบียบ', type: 'bool' },
					reported_on: { label: 'วันที่รายงาน', type: 'date' }
				}),
				indicator('2', {
					project_progress_pcts: { label: 'ร้อยละรายโครงการ', type: 'list', of: 'pct' },
					growth_pct: { label: 'ร้อยละที่เพิ่มขึ้น', type: 'decimal', unit: 'ร้อยละ' },
					submission_due: { label: 'กำหนดส่ง', type: 'datetime', due: true },
					completed_at: { label: 'ส่งเมื่อ', type: 'datetime' }
				})
			]
		},
		{
			section: 'individual',
			title: 'รายบุคคล',
			weight: 50,
			indicators: [
				indicator('2.1', { households_count: { label: 'จำนวนครัวเรือน', type: 'count' } }, { applies_to: ['4001'] }),
				indicator(
					'2.2',
					{
						households_count: { label: 'จำนวนครัวเรือน', type: 'count' },
						reported_on: { label: 'วันที่รายงาน', type: 'date' }
					},
					{ applies_to: ['4005', '4007'] }
				)
			]
		}
	]
});

export const province: ProvinceNames = {
	code: '40',
	districts: [
		{ code: '4001', name: 'เมืองขอนแก่น' },
		{ code: '4005', name: 'ชุมแพ' },
		{ code: '4007', name: 'น้ำพอง' }
	]
};

export const read = (content: string | Uint8Array, file: string): Promise<Submission> =>
	readSubmission(typeof content === 'string' ? new TextEncoder().encode(content) : content, file, letter, province);

/** `4005 team/1/budget_used_pct = 91.5`: an entry in one line, its value exact. */
export const showEntry = ({ district, section, indicator: number, input, value }: Entry): string =>
	`${district} ${section}/${number}/${input} = ${showValue(value)}`;

const millionths = (scaled: bigint): string => String(Number(scaled) / 1_000_000);
export const showValue = (value: Entry['value']): string => {
	switch (value.kind) {
		case 'number':
			return millionths(value.scaled);
		case 'bool':
			return value.yes ? 'yes' : 'no';
		case 'moment':
			return value.iso ?? 'not done';
		case 'list':
			return `[${value.scaled.map(millionths).join(' ')}]`;
		case 'bad':
		case 'withdrawn':
			return value.kind;
	}
};

const showAt = (code: string, { line, cell }: Place): string =>
	[code, line, cell].filter((part) => part !== undefined).join(' ');

/** Entries, problem codes and what is asked, each in one line. */
export const show = ({ readable, entries, problems, questions }: Submission) => ({
	readable,
	entries: entries.map(showEntry),
	problems: [
		...problems.map(({ code, at }) => showAt(code, at)),
		...questions.map(({ kind, at }) => showAt(`asked_${kind}`, at))
	]
});
