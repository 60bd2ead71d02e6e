// The letter by which a later round's results are scored under an earlier round's rules.
import type { Agreement } from '../agreement/schema.ts';
import type { IndicatorPair } from './pair-indicators.ts';

/** The later letter with the earlier rules in it, holding only indicators whose rule changed; null where there is none. */
export function crossLetter(before: Agreement, after: Agreement, pairs: readonly IndicatorPair[]): Agreement | null {
	const sections = after.sections.flatMap(({ section, title, weight }) => {
		const indicators = pairs.flatMap((pair) =>
			pair.kind === 'comparable' && pair.section === section && pair.crossing !== null ? [pair.crossing] : []
		);
		return indicators.length === 0 ? [] : [{ section, title, weight, indicators }];
	});
	return sections.length === 0 ? null : { ...after, readings: before.readings, sections };
}
