// Variants of one indicator: 2.1 for districts with a budget, 2.2 for those without. For a district they are one and the same item.
import type { Indicator } from '../agreement/schema.ts';

/** Numbers of indicators that are one item, alone or as variants of each other. */
export type VariantGroup = readonly string[];

type Known = Pick<Indicator, 'indicator' | 'applies_to'>;

/** In the letter's order: numbers with one whole part whose districts never meet stand together. */
export function groupVariants(indicators: readonly Known[]): readonly VariantGroup[] {
	const groups = new Map<string, Known[]>();
	for (const indicator of indicators) {
		const [whole = ''] = indicator.indicator.split('.');
		groups.set(whole, [...(groups.get(whole) ?? []), indicator]);
	}
	return [...groups.values()].flatMap((group) =>
		areApart(group) ? [group.map(({ indicator }) => indicator)] : group.map(({ indicator }) => [indicator])
	);
}

function areApart(group: readonly Known[]): boolean {
	if (group.length === 1) return true;
	const codes = group.flatMap(({ applies_to: codes }) => (codes === 'all' ? ['all', 'all'] : codes));
	return new Set(codes).size === codes.length;
}
