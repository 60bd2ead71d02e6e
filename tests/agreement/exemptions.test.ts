import { expect, it, test } from 'vitest';
import { exceptionOf, isAppliedTo } from '../../src/lib/agreement/applies.ts';
import { checkAgreement } from '../../src/lib/agreement/check.ts';
import { describeAgreement } from '../../src/lib/agreement/describe.ts';
import { applyRulings, findIndicator, standingRulings } from '../../src/lib/agreement/rule.ts';
import { troubleOf } from '../../src/lib/agreement/ruling-trouble.ts';
import type { ReasonedRuling, Take } from '../../src/lib/agreement/ruling.ts';
import { agreementSchema } from '../../src/lib/agreement/schema.ts';
import { readLetters } from './letters.ts';

const letters = readLetters('data/agreements/*/*.cases.yaml');
const letterOf = (id: string) => {
	const found = letters.find(({ agreement }) => agreement.agreement === id);
	if (!found) throw new Error(`no letter ${id}`);
	return found;
};
const { agreement, districts } = letterOf('khon-kaen/2565-2');
const ruling = (take: Take, reason: string, indicator = 'team/1'): ReasonedRuling => ({
	reading: null,
	indicator,
	take,
	reason
});
const exempt = (codes: string[], reason = 'น้ำท่วม', at = 'team/1') =>
	ruling({ kind: 'exempt', districts: codes }, reason, at);
const back = (codes?: string[]) => ruling({ kind: 'withdraw', ...(codes ? { districts: codes } : {}) }, 'ทำได้แล้ว');

const acts: readonly (readonly [string, readonly ReasonedRuling[], Record<string, string>])[] = [
	['nothing', [], {}],
	['two districts in one act', [exempt(['4001', '4003'])], { '4001': 'น้ำท่วม', '4003': 'น้ำท่วม' }],
	['each act adds its own', [exempt(['4001']), exempt(['4003'], 'ย้าย')], { '4001': 'น้ำท่วม', '4003': 'ย้าย' }],
	['the later reason stands', [exempt(['4001']), exempt(['4001'], 'ย้าย')], { '4001': 'ย้าย' }],
	['one is taken back', [exempt(['4001', '4003']), back(['4001'])], { '4003': 'น้ำท่วม' }],
	['all are taken back', [exempt(['4001']), exempt(['4003']), back()], {}],
	['given again after', [exempt(['4001']), back(), exempt(['4001'], 'ย้าย')], { '4001': 'ย้าย' }],
	['of another indicator', [exempt(['4001'], 'น้ำท่วม', 'team/2')], {}]
];
test.each(acts)('exempt: %s', (_, rulings, expected) => {
	const ruled = applyRulings(agreement, rulings);
	const indicator = findIndicator(ruled, 'team/1');
	if (!indicator) throw new Error('the letter has team/1');
	const why = districts.flatMap((code) =>
		exceptionOf(indicator, code) === null ? [] : [[code, exceptionOf(indicator, code)]]
	);
	expect(Object.fromEntries(why)).toEqual(expected);
	expect(districts.filter((code) => !isAppliedTo(indicator, code))).toEqual(Object.keys(expected));
	expect(describeAgreement(ruled, districts).sections[0]?.indicators[0]?.applies_to).toEqual(
		districts.filter((code) => !(code in expected))
	);
	// the letter is still one, and its weights and lists are checked as they are printed
	expect(agreementSchema.safeParse(ruled).error).toBeUndefined();
	expect(checkAgreement(ruled, districts)).toEqual(checkAgreement(agreement, districts));
});

it('stands as long as it keeps a district out', () => {
	const [one, two] = [exempt(['4001', '4003']), exempt(['4004'])];
	expect(standingRulings([one, two])).toEqual([one, two]);
	expect(standingRulings([one, two, back(['4001'])])).toEqual([one, two]);
	expect(standingRulings([one, two, back(['4001', '4003'])])).toEqual([two]);
	expect(standingRulings([one, exempt(['4001', '4003'], 'ย้าย')])).toEqual([exempt(['4001', '4003'], 'ย้าย')]);
});

const buriram = letterOf('buriram/2565-2').agreement;
test.each([
	['a district of the indicator', agreement, [], exempt(['4001']), null],
	['a variant printed for others', agreement, [], exempt(['4001'], 'ก', 'individual/2.1'), 'not_applied'],
	['an indicator that is not there', agreement, [], exempt(['4001'], 'ก', 'team/99'), 'no_indicator'],
	['an indicator whose weight is lost', buriram, [], exempt(['3101'], 'ก', 'individual/1'), 'weight_lost'],
	['taking back what was never given', agreement, [], back(), 'nothing_ruled'],
	['taking back another district', agreement, [exempt(['4001'])], back(['4003']), 'nothing_ruled'],
	['taking back', agreement, [exempt(['4001'])], back(['4001']), null]
] as const)('%s: %#', (_, letter, before, given, expected) => {
	expect(troubleOf(letter, before, given)?.kind ?? null).toBe(expected);
});

it('an exception for a district that has not the indicator is said of the letter', () => {
	const [section] = agreement.sections;
	const [indicator] = section?.indicators ?? [];
	if (!section || !indicator) throw new Error('a letter has an indicator');
	const except = [{ districts: ['3101'], why: 'ก' }];
	const odd = {
		...agreement,
		sections: [{ ...section, weight: indicator.weight ?? 0, indicators: [{ ...indicator, except }] }]
	};
	expect(checkAgreement(odd, districts).map(({ code }) => code)).toContain('district');
});
