// Indicators that the letter prints for a district and that are not applied to it after all, with why.
import { exceptionOf } from '../agreement/applies.ts';
import type { RoundView } from '../ranking/round.ts';
import { joinThai } from '../thai/words.ts';
import { nameSection } from './rank-lines.ts';

/** A sentence for each indicator and reason, in the letter's order; none where every indicator is applied as printed. */
export function sayExempted({ agreement, province }: RoundView): readonly string[] {
	return agreement.sections.flatMap((section) =>
		section.indicators.flatMap((indicator) => {
			const except = province.districts.flatMap(({ code, name }) => {
				const why = exceptionOf(indicator, code);
				return why === null ? [] : [{ name, why }];
			});
			return [...Map.groupBy(except, ({ why }) => why)].map(
				([why, them]) =>
					`${nameSection(section)} ข้อ ${indicator.indicator} ไม่ใช้กับ ${joinThai(them.map(({ name }) => name))} จึงไม่อยู่ในตัวหารของ${them.length === 1 ? 'อำเภอนี้' : 'อำเภอเหล่านี้'}: ${why}`
			);
		})
	);
}
