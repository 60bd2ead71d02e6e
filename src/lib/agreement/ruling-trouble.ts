// What keeps a ruling from being given on a letter.
import { listQuestions, type Question } from './questions.ts';
import { applyRulings, standingRulings, takenAlternatives } from './rule.ts';
import { settleIndicator, type Ruling } from './ruling.ts';
import type { Agreement } from './schema.ts';

export type RulingTrouble =
	/** the letter asks nothing of this reading in this indicator */
	| 'no_question'
	/** the reading proposes nothing there */
	| 'nothing_proposed'
	/** this is none of the answers there are */
	| 'no_answer'
	/** two readings that each bring a ladder of their own cannot both hold */
	| 'two_ladders'
	/** nothing was ruled there */
	| 'nothing_ruled';

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
	const { reading, indicator, take } = ruling;
	const here = (one: Ruling | Question) => one.reading === reading && one.indicator === indicator;
	const questions = listAllQuestions(agreement, before).filter(here);
	if (questions.length === 0) return 'no_question';
	if (take.kind === 'withdraw') return standingRulings(before).some(here) ? null : 'nothing_ruled';
	if (take.kind === 'recommended')
		return questions.some(({ options }) => options.some((option) => option.proposed)) ? null : 'nothing_proposed';
	if (!questions.some((question) => answers(question, take))) return 'no_answer';
	return take.kind === 'alternative' && clashes(agreement, [...before, ruling], indicator) ? 'two_ladders' : null;
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

function clashes(agreement: Agreement, rulings: readonly Ruling[], at: string): boolean {
	const [section, number] = at.split('/');
	const indicator = agreement.sections
		.find((s) => s.section === section)
		?.indicators.find((i) => i.indicator === number);
	if (!indicator) return false;
	const taken = takenAlternatives(indicator, settleIndicator(rulings, at));
	return taken.filter((one) => one.ladder !== undefined).length > 1;
}
