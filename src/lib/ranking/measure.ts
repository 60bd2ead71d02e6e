// What an indicator measures and by which rule, as texts that are equal where the letters mean the same: words, numbers of
// readings and the dates of a round left out.
import { listMentions, listTerms } from '../agreement/names.ts';
import type { Indicator, Value } from '../agreement/schema.ts';
import { sayName } from '../agreement/say.ts';

/** Keys that say something to people or belong to a reading's paper, and change no result. */
const words = new Set(['text', 'evidence', 'label', 'unit', 'note', 'title', 'reading', 'tie_reading', 'zero_reading']);
const proposals = new Set(['recommend', 'recommended']);
const moments = new Set(['by', 'before', 'after']);

/** The same data give the same text; a date gives its place only, for dates move with the round. */
function canonical(node: unknown, key = ''): string {
	if (Array.isArray(node)) return `[${node.map((inner) => canonical(inner)).join(',')}]`;
	if (node !== null && typeof node === 'object') {
		const kept = Object.entries(node)
			.filter(([name, inner]) => !words.has(name) && !proposals.has(name) && inner !== undefined)
			.toSorted(([a], [b]) => (a < b ? -1 : 1));
		return `{${kept.map(([name, inner]) => `${name}:${canonical(inner, name)}`).join(',')}}`;
	}
	if (key === 'lost') return 'lost';
	return moments.has(key) && typeof node === 'string' ? 'date' : JSON.stringify(node);
}

/** The inputs that decide the outcome, without those only kept for information. */
export function listDeciding(indicator: Indicator): readonly string[] {
	const { alternatives: _, ...inForce } = indicator;
	const named = new Set(listMentions(inForce).map(({ name }) => name));
	return Object.entries(indicator.inputs).flatMap(([name, input]) =>
		input.information !== true && named.has(name) ? [name] : []
	);
}

/** A value down to the inputs it is worked out from. */
function expand(name: string, indicator: Indicator): string {
	const value = indicator.values?.[name];
	if (value === undefined) return `${name}:${indicator.inputs[name]?.type ?? ''}`;
	if ('combine' in value)
		return `${canonical(value)} ${(indicator.parts ?? []).map(({ part }) => part).join(' ')} ${listDeciding(indicator).toSorted().join(' ')}`;
	return `${canonical(value)} ${sourcesOf(value)
		.map((source) => expand(source, indicator))
		.join(' ')}`;
}

function sourcesOf(value: Value): readonly string[] {
	if ('place' in value) return [value.place];
	if ('sum' in value) return listTerms(value.sum);
	if ('mean' in value) return [value.mean];
	return [];
}

export type Measure =
	/** a value or an input that is judged */
	| { readonly kind: 'value'; readonly text: string }
	/** things done, of which a ladder is made */
	| { readonly kind: 'steps' }
	/** the page is lost */
	| { readonly kind: 'lost' };

export function measureOf(indicator: Indicator): Measure {
	if (indicator.ladder === undefined) return { kind: 'lost' };
	return indicator.judged === undefined
		? { kind: 'steps' }
		: { kind: 'value', text: expand(indicator.judged, indicator) };
}

/** How an outcome and its points follow from what is reported; weight and dates stand outside it. */
export function ruleOf(indicator: Indicator): string {
	const { ladder, parts, adjust, floor, values, checks, judged } = indicator;
	const given = Object.entries(indicator.inputs).flatMap(([name, input]) =>
		input.given === undefined || input.type === 'date' || input.type === 'datetime' ? [] : [[name, input.given]]
	);
	return canonical([ladder, parts, adjust, floor ?? 0, values, checks, judged, given]);
}

/** In Thai: what stands behind the word วัด. */
export function sayMeasure(indicator: Indicator): string {
	switch (measureOf(indicator).kind) {
		case 'lost':
			return 'สิ่งที่หน้าเกณฑ์สูญหาย';
		case 'steps':
			return 'ขั้นตอนที่ทำแล้ว';
		case 'value':
			return `“${sayName(indicator.judged ?? '', indicator)}”`;
	}
}

const plainTitle = (title: string) => title.replace(/[0-9๐-๙]+/gu, '').replace(/\s+/gu, '');
/** Titles that differ in years and numbers of rounds only are the same. */
export const hasSameTitle = (a: Indicator, b: Indicator): boolean => plainTitle(a.title) === plainTitle(b.title);
