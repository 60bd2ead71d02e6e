// One ladder under proof: its indicator, what its conditions look at, and how an example of it is written and judged.
import type { Finding, FindingCode, Witness } from '../agreement/check.ts';
import type { Agreement, Indicator, Ladder, Part } from '../agreement/schema.ts';
import { createConditions } from './conditions.ts';
import { scaleFigure, scaleMoment, MICRO, NOT_DONE } from './position.ts';
import { giveFor, modelLadder, type Given, type Model } from './prove-ladder.ts';
import { createSpace, type NamedSpace, type Surroundings } from './prove-space.ts';
import { search } from './prove-search.ts';
import { takeSent } from './prove-ways.ts';
import { canBeSent, writeExample, type Example } from './prove-witness.ts';

export interface Case {
	readonly agreement: Agreement;
	/** section/indicator */
	readonly at: string;
	readonly indicator: Indicator;
	/** the part whose ladder it is */
	readonly part: Pick<Part, 'part' | 'title'> | null;
	readonly ladder: Ladder;
	readonly model: Model;
	readonly around: Surroundings;
	/** inputs that give the parts such points, beside what the example says already */
	readonly partInputs: (position: bigint, fixed: ReadonlyMap<string, bigint>) => Witness | null;
	readonly adjusting: Example;
}

export function openCase(
	agreement: Agreement,
	at: string,
	indicator: Indicator,
	part: Part | null,
	ladder: Ladder,
	around: Surroundings,
	partInputs: Case['partInputs'] = () => null
): Case {
	const space = createSpace(indicator, around);
	const adjusting = sendAdjustments(indicator, around);
	return {
		agreement,
		adjusting,
		at,
		indicator,
		part,
		ladder,
		model: modelLadder(space, indicator, ladder),
		around,
		partInputs
	};
}

/** What only adds or takes points, as an example of its own: without it nothing could be scored. */
function sendAdjustments(indicator: Indicator, around: Surroundings): Example {
	const space = createSpace(indicator, around);
	const conditions = createConditions(space.measures, indicator.inputs);
	for (const adjust of indicator.adjust ?? [])
		if ('when' in adjust) conditions.rows(takeSent(adjust.when, space.sent));
		else space.measures.of(adjust.per);
	const values = search(space, { rows: [], clauses: [] });
	if (typeof values === 'string') return { inputs: {}, others: [], complete: false };
	return writeExample(indicator, space, values, around.districts, () => null);
}

/** The same ladder written otherwise, over the same inputs. */
export const rewrite = (one: Case, ladder: Ladder): Model => modelLadder(one.model.space, one.indicator, ladder);

export interface Shown {
	readonly inputs: Witness;
	readonly given: Given;
	readonly others: readonly Witness[];
	/** the example says all that is looked at, so that it can be scored */
	readonly complete: boolean;
}

export function show({ indicator, model, around, partInputs, adjusting }: Case, values: readonly bigint[]): Shown {
	const own = writeExample(indicator, model.space, values, around.districts, partInputs);
	const inputs = { ...adjusting.inputs, ...own.inputs };
	const complete = own.complete && adjusting.complete && adjusting.others.length === 0 && canBeSent(indicator, inputs);
	return { inputs, others: own.others, complete, given: giveFor(model, values) };
}

/** A finding with the example that shows it, if there is one. */
export function finding(
	one: Case,
	severity: Finding['severity'],
	code: FindingCode,
	message: string,
	more: {
		readonly clause?: string | undefined;
		readonly shown?: Shown | undefined;
		readonly compared?: Shown | undefined;
		readonly reading?: string | null | undefined;
	}
): Finding {
	const shown = more.shown?.complete === true ? more.shown : undefined;
	const compared = shown && more.compared?.complete === true ? more.compared : undefined;
	const said = ({ inputs, given, others }: Shown) => ({ inputs, gives: given.outcome, others });
	return {
		severity,
		at: one.at,
		code,
		message: one.part === null ? message : `${one.part.title}: ${message}`,
		...(one.part === null ? {} : { part: one.part.part }),
		clause: more.clause ?? one.indicator.clause ?? null,
		witness: shown?.inputs ?? null,
		...(shown ? { gives: shown.given.outcome } : {}),
		...(compared ? { compared: said(compared) } : {}),
		...(shown && shown.others.length > 0 ? { others: shown.others } : {}),
		reading: more.reading ?? null
	};
}

/** Positions of a space's variables that an example stands for; null where it does not say. */
export function readExample(space: NamedSpace, indicator: Indicator, inputs: Witness): readonly bigint[] | null {
	const values: bigint[] = [];
	for (const { name, as } of space.variables) {
		const sent = inputs[as === 'input' ? name : (indicator.values?.[name]?.figure ?? '')];
		const at = sent === undefined || as === 'place' || as === 'points' ? null : positionSent(sent);
		if (at === null) return null;
		values.push(at);
	}
	return values;
}

function positionSent(sent: Witness[string]): bigint | null {
	if (sent === null) return 2n * NOT_DONE;
	if (typeof sent === 'boolean') return sent ? 2n * MICRO : 0n;
	if (typeof sent === 'number') return 2n * scaleFigure(sent);
	return typeof sent === 'string' ? 2n * scaleMoment(sent) : null;
}
