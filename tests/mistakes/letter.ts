// The letter of the room's tests, with a list of amounts: their commas may part thousands.
import { agreementSchema } from '../../src/lib/agreement/schema.ts';
import { letter as small } from '../submission/letter.ts';

export const letter = agreementSchema.parse({
	...small,
	sections: [
		...small.sections,
		{
			section: 'mission',
			title: 'ภารกิจ',
			weight: 0,
			indicators: [
				{
					indicator: '9',
					title: 'ตัวชี้วัดที่ 9',
					short: '9',
					unit: 'บาท',
					weight: null,
					work_group: null,
					inputs: { loans_baht: { label: 'เงินกู้แต่ละราย', type: 'list', of: 'baht' } }
				}
			]
		}
	]
});
