// Districts that an indicator is ruled not to apply to. Each act adds its own; a withdrawal takes back all or the districts it names.
import type { ReasonedRuling, Ruling } from './ruling.ts';
import type { Indicator } from './schema.ts';

/** By district (DOPA code), the ruling that keeps the indicator (section/indicator) from it; the oldest ruling first. */
export function listExemptions<R extends Ruling>(rulings: readonly R[], indicator: string): ReadonlyMap<string, R> {
	const exempt = new Map<string, R>();
	for (const ruling of rulings) {
		if (ruling.reading !== null || ruling.indicator !== indicator) continue;
		if (ruling.take.kind === 'exempt') for (const district of ruling.take.districts) exempt.set(district, ruling);
		else if (ruling.take.kind === 'withdraw')
			for (const district of ruling.take.districts ?? [...exempt.keys()]) exempt.delete(district);
	}
	return exempt;
}

/** The indicator with what was ruled on whom it applies to, beside what the letter itself excepts. */
export function exemptDistricts(indicator: Indicator, exempt: ReadonlyMap<string, ReasonedRuling>): Indicator {
	if (exempt.size === 0) return indicator;
	const acts = [...Map.groupBy(exempt, ([, ruling]) => ruling)];
	const ruled = acts.map(([{ reason }, mine]) => ({ districts: mine.map(([district]) => district), why: reason }));
	return { ...indicator, except: [...(indicator.except ?? []), ...ruled] };
}
