// What keeps a ruling from being given on a letter.
import { isPrintedFor } from './applies.ts';
import { troubleWith } from './check.ts';
import { listExemptions } from './exemptions.ts';
import { leavesOf } from './leaves.ts';
import { isClash, mergeReadings, type Clash } from './merge-readings.ts';
import { mentionsOfCondition } from './names.ts';
import { listQuestions, type Question } from './questions.ts';
import { applyRulings, findIndicator, standingRulings, takenAlternatives } from './rule.ts';
import { settleIndicator, type Ruling } from './ruling.ts';
import type { Agreement, Condition, Indicator } from './schema.ts';

export type RulingTrouble =
	/** the letter asks nothing of this reading in this indicator */
	| { readonly kind: 'no_question' }
	/** the reading proposes nothing there */
	| { readonly kind: 'nothing_proposed' }
	/** this is none of the answers there are */
	| { readonly kind: 'no_answer' }
	/** two readings say of the same thing that it is otherwise, and not the same */
	| ({ readonly kind: 'two_ladders' } & Clash)
	/** nothing was ruled there */
	| { readonly kind: 'nothing_ruled' }
	/** the condition speaks of what the indicator does not ask, or leaves open what it is to decide; why, in Thai */
	| { readonly kind: 'no_condition'; readonly why: string }
	/** the letter has no such indicator */
	| { readonly kind: 'no_indicator' }
	/** the letter does not print the indicator for these districts (DOPA codes) */
	| { readonly kind: 'not_applied'; readonly districts: readonly string[] }
	/** its weight is lost with its page, so it cannot leave the sum of one district */
	| { readonly kind: 'weight_lost' };

/** All that can be asked of a letter: as it is printed, and where readings were switched also as it then stands. */
export function listAllQuestions(agreement: Agreement, rulings: readonly Ruling[]): readonly Question[] {
	const printed = listQuestions(agreement);
	const switches = standingRulings(rulings).filter((ruling) => ruling.take.kind === 'alternative');
	if (switches.length === 0) return printed;
	const switched = applyRulings(
		agreement,
		switches.map((ruling) => ({ ...ruling, reason: '' }))
	);
	const keyOf = ({ reading, indicator, kind, asks }: Question) => [reading, indicator, kind, asks].join('\n');
	const known = new Set(printed.map(keyOf));
	return [
		...printed,
		...listQuestions(switched).filter((question) => question.kind !== 'switch' && !known.has(keyOf(question)))
	];
}

/** What is wrong with a ruling given after others; null where it can be given. */
export function troubleOf(agreement: Agreement, before: readonly Ruling[], ruling: Ruling): RulingTrouble | null {
	const { reading, indicator: at, take } = ruling;
	const indicator = findIndicator(agreement, at);
	if (reading === null) return troubleOfExemption(indicator, before, ruling);
	const here = (one: Ruling | Question) => one.reading === reading && one.indicator === at;
	const questions = listAllQuestions(agreement, before).filter(here);
	if (questions.length === 0) return { kind: 'no_question' };
	if (take.kind === 'withdraw') return standingRulings(before).some(here) ? null : { kind: 'nothing_ruled' };
	if (take.kind === 'recommended')
		return questions.some(({ options }) => options.some((option) => option.proposed))
			? null
			: { kind: 'nothing_proposed' };
	if (!questions.some((question) => answers(question, take))) return { kind: 'no_answer' };
	if (indicator === null) return { kind: 'no_indicator' };
	if (take.kind === 'words' && typeof take.as === 'object') return troubleOfCondition(take.as, indicator);
	return take.kind === 'alternative' ? findClash(indicator, at, [...before, ruling]) : null;
}

function answers({ kind, asks, options }: Question, take: Ruling['take']): boolean {
	switch (take.kind) {
		case 'zero':
			return kind === 'zero';
		case 'tie':
			return kind === 'tie';
		case 'edge':
			return kind === 'edge' && (typeof take.as === 'number' || isOffered(options, take));
		case 'outcome':
			return (
				kind === 'outcome' &&
				(take.text === null || asks.endsWith(take.text)) &&
				options.some((option) => option.take.kind === 'outcome' && option.take.outcome === take.outcome)
			);
		case 'words':
			return kind === 'words' && (take.text === null || asks.endsWith(take.text));
		default:
			return options.some((option) => JSON.stringify(option.take) === JSON.stringify(take));
	}
}

/** The side of an edge that is proposed is offered as the recommendation. */
function isOffered(options: Question['options'], take: Extract<Ruling['take'], { kind: 'edge' }>): boolean {
	const sides = options.flatMap((option) => (option.take.kind === 'edge' ? [option.take.as] : []));
	return (
		sides.includes(take.as) || (sides.length === 1 && options.some((option) => option.take.kind === 'recommended'))
	);
}

/** What takes the place of lost words must itself be clear, and ask only what the indicator asks. */
function troubleOfCondition(condition: Condition, indicator: Indicator): RulingTrouble | null {
	const open = leavesOf(condition).some(
		(leaf) => 'lost' in leaf || ('value' in leaf && (leaf.unsure ?? leaf.at_least === 'lost')) || isBare(leaf)
	);
	if (open) return { kind: 'no_condition', why: 'เงื่อนไขต้องบอกขอบให้ครบ ไม่มี lost หรือ unsure' };
	for (const mention of mentionsOfCondition(condition)) {
		const trouble = troubleWith(mention, indicator);
		if (trouble) return { kind: 'no_condition', why: trouble.message };
	}
	return null;
}

/** A condition on a value or a date that sets no bound. */
const isBare = (leaf: Condition) => ('value' in leaf || 'date' in leaf) && Object.keys(leaf).length === 1;

function findClash(indicator: Indicator, at: string, rulings: readonly Ruling[]): RulingTrouble | null {
	const taken = takenAlternatives(indicator, settleIndicator(rulings, at));
	const merged = mergeReadings(indicator, taken);
	return isClash(merged) ? { kind: 'two_ladders', ...merged } : null;
}

function troubleOfExemption(
	indicator: Indicator | null,
	before: readonly Ruling[],
	{ indicator: at, take }: Ruling
): RulingTrouble | null {
	if (indicator === null) return { kind: 'no_indicator' };
	if (take.kind === 'withdraw') {
		const exempt = listExemptions(before, at);
		const named = take.districts ?? [...exempt.keys()];
		return named.length > 0 && named.every((code) => exempt.has(code)) ? null : { kind: 'nothing_ruled' };
	}
	if (take.kind !== 'exempt') return { kind: 'no_answer' };
	if (indicator.weight === null) return { kind: 'weight_lost' };
	const districts = take.districts.filter((code) => !isPrintedFor(indicator, code));
	return districts.length === 0 ? null : { kind: 'not_applied', districts };
}
