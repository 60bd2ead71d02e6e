// Small letters for comparing rounds: one section, indicators given as their YAML would say them.
import { agreementSchema, indicatorSchema, type Agreement, type Indicator } from '../../src/lib/agreement/schema.ts';

/** A share of something, judged by five bounds. */
export function share(indicator: string, weight: number | null, bounds: readonly number[], more: object = {}) {
	const [done, all] = [`done_${indicator.replace('.', '_')}`, `all_${indicator.replace('.', '_')}`];
	return {
		indicator,
		title: `ร้อยละของงานที่ ${indicator}`,
		short: indicator,
		unit: 'ร้อยละ',
		weight,
		work_group: null,
		inputs: {
			[done]: { label: `งานที่ทำได้ ${indicator}`, type: 'count' },
			[all]: { label: `งานทั้งหมด ${indicator}`, type: 'count' }
		},
		values: { part: { label: 'ร้อยละที่ทำได้', percent: { part: done, whole: all } } },
		judged: 'part',
		ladder: {
			mode: 'highest',
			rungs: bounds.map((bound, nth) => ({
				outcome: nth + 1,
				text: `ไม่น้อยกว่าร้อยละ ${bound}`,
				needs: { value: 'part', at_least: bound }
			}))
		},
		...more
	};
}

/** Things done one after the other, the last by a day of the round. */
export const steps = (indicator: string, weight: number, day: string, more: object = {}) => ({
	indicator,
	title: `ระดับความสำเร็จของงานที่ ${indicator}`,
	short: indicator,
	unit: 'ระดับ',
	weight,
	work_group: null,
	inputs: {
		planned: { label: 'มีแผนแล้ว', type: 'bool' },
		sent_on: { label: 'วันที่ส่งรายงาน', type: 'date' }
	},
	ladder: {
		mode: 'prefix',
		rungs: [
			{ outcome: 1, text: 'มีแผน', needs: { yes: 'planned' } },
			{ outcome: 2, text: 'ส่งรายงานทันเวลา', needs: { date: 'sent_on', by: day } }
		]
	},
	...more
});

export const indicator = (data: object): Indicator => indicatorSchema.parse(data);

export const letter = (id: string, from: string, to: string, indicators: readonly object[]): Agreement =>
	agreementSchema.parse({
		agreement: id,
		province: '40',
		title: 'ข้อตกลงสำหรับทดสอบ',
		round: id,
		from,
		to,
		dated: null,
		source: 'สมมติขึ้นเพื่อทดสอบ',
		sections: [{ section: 'team', title: 'ตัวชี้วัดรายทีม', weight: 100, indicators }]
	});

export const before = (indicators: readonly object[]) =>
	letter('khon-kaen/2565-1', '2021-10-01', '2022-03-31', indicators);
export const after = (indicators: readonly object[]) =>
	letter('khon-kaen/2565-2', '2022-04-01', '2022-09-30', indicators);
