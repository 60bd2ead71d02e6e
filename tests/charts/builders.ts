import { agreementSchema, type Indicator, type Section } from '../../src/lib/agreement/schema.ts';
import type { IndicatorScore, Outcome, Status } from '../../src/lib/scoring/results.ts';

const bounds = [80, 85, 90, 95, 100];
/** A section of three indicators that weigh 30, 50 and 20: a ladder of bounds, one where less is better, one of steps. */
const letter = agreementSchema.parse({
	agreement: 'khon-kaen/2565-2',
	province: '40',
	title: 'ข้อตกลงสำหรับทดสอบ',
	round: 'รอบที่ 2/2565',
	from: '2022-04-01',
	to: '2022-09-30',
	dated: null,
	source: 'แต่งขึ้นเพื่อทดสอบ',
	sections: [
		{
			section: 'team',
			title: 'รายทีม',
			weight: 100,
			indicators: [
				{
					indicator: '1',
					title: 'ร้อยละของการใช้จ่าย',
					short: 'ใช้จ่าย',
					unit: 'ร้อยละ',
					weight: 30,
					work_group: 'ประสาน',
					inputs: { used_pct: { label: 'ใช้จ่าย', type: 'pct' }, per_rules: { label: 'ถูกระเบียบ', type: 'bool' } },
					judged: 'used_pct',
					ladder: {
						mode: 'highest',
						rungs: bounds.map((bound, i) => ({
							outcome: i + 1,
							text: `ร้อยละ ${bound}`,
							needs: {
								all: [{ value: 'used_pct', [bound === 100 ? 'equals' : 'at_least']: bound }, { yes: 'per_rules' }]
							}
						}))
					}
				},
				{
					indicator: '2',
					title: 'ร้อยละที่คงเหลือ',
					short: 'คงเหลือ',
					unit: 'ร้อยละ',
					weight: 50,
					work_group: 'สารสนเทศ',
					inputs: { left_pct: { label: 'คงเหลือ', type: 'pct' } },
					judged: 'left_pct',
					ladder: {
						mode: 'highest',
						rungs: [35, 30, 25, 20, 15].map((bound, i) => ({
							outcome: i + 1,
							text: `ไม่เกิน ${bound}`,
							needs: { value: 'left_pct', at_most: bound }
						}))
					}
				},
				{
					indicator: '3',
					title: 'ระดับความสำเร็จ',
					short: 'ขั้น',
					unit: 'ระดับ',
					weight: 20,
					work_group: 'ยุทธศาสตร์',
					inputs: { done: { label: 'ทำแล้ว', type: 'bool' } },
					ladder: {
						mode: 'prefix',
						rungs: [3, 4, 5].map((outcome) => ({ outcome, text: 'ขั้น', needs: { yes: 'done' } }))
					}
				}
			]
		}
	]
});

export const section = letter.sections[0] as Section;
export const indicatorAt = (i: number) => section.indicators[i] as Indicator;

export function scoreOf(indicator: string, status: Status, outcome: Outcome | null = null): IndicatorScore {
	const weight = section.indicators.find((i) => i.indicator === indicator)?.weight ?? 0;
	const points = typeof outcome === 'number' ? outcome : null;
	return {
		district: '4004',
		section: 'team',
		indicator,
		status,
		outcome,
		points,
		max_points: 5,
		weight,
		weighted: points === null ? null : (weight * points) / 5,
		value: null,
		reason: null,
		reading: null,
		recommended: null
	};
}
