import { expect, it } from 'vitest';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import { sayExempted } from '../../src/lib/reports/exempted.ts';
import { policies } from '../../src/lib/reports/memo/words.ts';
import { makeView } from './fixture.ts';

/** The fixture's first indicator not applied to some of its districts. */
function viewExcept(except: readonly { readonly districts: string[]; readonly why: string }[]): RoundView {
	const view = makeView();
	const [section, ...others] = view.agreement.sections;
	const [indicator, ...rest] = section?.indicators ?? [];
	if (section === undefined || indicator === undefined) throw new Error('the fixture has no indicator');
	const sections = [{ ...section, indicators: [{ ...indicator, except: [...except] }, ...rest] }, ...others];
	return { ...view, agreement: { ...view.agreement, sections } };
}

it('nothing is said where every indicator is applied as printed', () => expect(sayExempted(makeView())).toEqual([]));

it('who is exempted is named with the reason, one sentence for each reason', () =>
	expect(
		sayExempted(
			viewExcept([
				{ districts: ['4001', '4005'], why: 'น้ำท่วมทั้งรอบ' },
				{ districts: ['4003'], why: 'ไม่มีกลุ่มเป้าหมาย' }
			])
		)
	).toEqual([
		'รายทีม ข้อ 1 ไม่ใช้กับ เมืองขอนแก่น และ ชุมแพ จึงไม่อยู่ในตัวหารของอำเภอเหล่านี้: น้ำท่วมทั้งรอบ',
		'รายทีม ข้อ 1 ไม่ใช้กับ พระยืน จึงไม่อยู่ในตัวหารของอำเภอนี้: ไม่มีกลุ่มเป้าหมาย'
	]));

it('memo and book say it where they say how places are made', () =>
	expect(policies(viewExcept([{ districts: ['4003'], why: 'ไม่มีกลุ่มเป้าหมาย' }])).at(-1)).toContain('พระยืน'));
