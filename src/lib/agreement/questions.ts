// What a committee can rule on in a letter: places where it does not say, and readings in force that could be taken otherwise.
import { joinThai } from '../thai/words.ts';
import { listEdges, sayEdge, type Edge } from './edges.ts';
import { leavesOf } from './leaves.ts';
import { listConditions } from './names.ts';
import type { Take } from './ruling.ts';
import { sayOutcome } from './say.ts';
import { sayTake } from './say-ruling.ts';
import type { Agreement, Indicator, Ladder, Outcome, Reading, Rung } from './schema.ts';

export interface Option {
	readonly take: Take;
	/** in Thai, what would hold */
	readonly words: string;
	/** what the reading proposes, or for a reading in force what holds now */
	readonly proposed: boolean;
}

export interface Question {
	readonly reading: string;
	/** section/indicator */
	readonly indicator: string;
	/** `words`: what lost words are taken to be; any condition over the indicator's own names answers it too */
	readonly kind: 'edge' | 'outcome' | 'tie' | 'zero' | 'words' | 'switch';
	/** what is asked about, in the letter's words or its figures */
	readonly asks: string;
	readonly options: readonly Option[];
	/** where a figure answers it: its unit, and the figures that the letter's bounds stand at */
	readonly figure: { readonly unit: string | null; readonly bounds: readonly number[] } | null;
}

/** In the letter's order: what it leaves open, then what it could be read as. */
export function listQuestions(agreement: Agreement): readonly Question[] {
	return agreement.sections.flatMap((section) =>
		section.indicators.flatMap((indicator) => {
			const where = `${section.section}/${indicator.indicator}`;
			const ask = (id: string) => agreement.readings[id];
			return [
				...askEdges(indicator, where, ask),
				...askOutcomes(indicator, where, ask),
				...askWords(indicator, where, ask),
				...askValues(indicator, where, ask),
				...askSwitches(indicator, where, ask)
			];
		})
	);
}

type Ask = (id: string) => Reading | undefined;

const optionOf = (take: Take, reading: Reading, proposed: boolean): Option => ({
	take,
	words: sayTake(take, { reading, indicator: null }),
	proposed
});

function askEdges(indicator: Indicator, where: string, ask: Ask): readonly Question[] {
	const edges = listEdges(indicator);
	return [...new Set(edges.map((edge) => edge.unsure.reading))].flatMap((id): readonly Question[] => {
		const reading = ask(id);
		const mine = edges.filter((edge) => edge.unsure.reading === id);
		if (!reading || mine.length === 0) return [];
		const asks = joinThai([...new Set(mine.map((edge) => sayEdge(edge, indicator)))], 'หรือ');
		const options = edgeOptions(mine, reading);
		return [{ reading: id, indicator: where, kind: 'edge', asks, options, figure: lostFigure(mine, indicator) }];
	});
}

/** A bound whose own figure is lost may be ruled to stand at any figure beyond its edge. */
function lostFigure(edges: readonly Edge[], indicator: Indicator): Question['figure'] {
	const lost = edges.filter((edge) => edge.own === 'lost');
	const name = lost[0]?.condition.value;
	if (name === undefined) return null;
	const ends = lost.flatMap(({ unsure }) => [unsure.above, unsure.from, unsure.below, unsure.to]);
	const unit = indicator.values?.[name]?.unit ?? indicator.inputs[name]?.unit ?? null;
	return { unit, bounds: [...new Set(ends.filter((end) => end !== undefined))].sort((a, b) => a - b) };
}

/** What is proposed, then what else could be; one that says the same as the proposal is not said twice. */
function edgeOptions(edges: readonly Edge[], reading: Reading): readonly Option[] {
	const proposals = new Set(edges.map((edge) => edge.unsure.recommend));
	const same = proposals.size === 1 ? [...proposals][0] : undefined;
	const lost = edges.some((edge) => edge.own === 'lost');
	const others = (['met', 'unmet'] as const).filter((as) => as !== same && !(lost && as === 'unmet'));
	return [
		...(same === 'none' ? [] : [optionOf({ kind: 'recommended' }, reading, true)]),
		...others.map((as) => optionOf({ kind: 'edge', as }, reading, false))
	];
}

interface Silent {
	readonly reading: string;
	readonly recommended?: Outcome | undefined;
	readonly between?: readonly [Outcome, Outcome] | undefined;
	readonly text: string;
}

function askOutcomes(indicator: Indicator, where: string, ask: Ask): readonly Question[] {
	const ladders = [
		...(indicator.ladder ? [{ title: null, ladder: indicator.ladder }] : []),
		...(indicator.parts ?? [])
	];
	return ladders.flatMap(({ title, ladder }) =>
		listSilent(ladder).flatMap((silent): readonly Question[] => {
			const reading = ask(silent.reading);
			if (!reading) return [];
			const options = outcomesBetween(ladder, silent.between).map((outcome) => ({
				take: { kind: 'outcome', outcome, text: silent.text } as const,
				words: sayOutcome(outcome),
				proposed: outcome === silent.recommended
			}));
			const asks = title === null ? silent.text : `${title}: ${silent.text}`;
			return [{ reading: silent.reading, indicator: where, kind: 'outcome', asks, options, figure: null }];
		})
	);
}

/** Words of the letter that are lost, rung by rung, as long as nobody has said what they are taken to be. */
function askWords(indicator: Indicator, where: string, ask: Ask): readonly Question[] {
	return listLost(indicator).flatMap(({ reading: id, text, of }): readonly Question[] => {
		const reading = ask(id);
		if (!reading) return [];
		const options = (['met', 'unmet'] as const).map((as) => ({
			take: { kind: 'words', as, text } as const,
			words: as === 'met' ? 'ถือว่าเข้าเกณฑ์ ไม่ต้องมีเงื่อนไขเพิ่ม' : 'ถือว่ายังไม่มีใครเข้าเกณฑ์',
			proposed: false
		}));
		return [{ reading: id, indicator: where, kind: 'words', asks: `${of}: ${text}`, options, figure: null }];
	});
}

interface LostWords {
	readonly reading: string;
	/** the words of the rung or adjustment they are missing from */
	readonly text: string;
	/** that rung or adjustment, in Thai */
	readonly of: string;
}

function listLost({ ladder, parts, adjust }: Indicator): readonly LostWords[] {
	const ladders = [{ title: null, ladder }, ...(parts ?? [])];
	const places = [
		...ladders.flatMap(({ title, ladder: own }) =>
			(own?.rungs ?? []).map((rung) => {
				const name = 'outcome' in rung ? sayOutcome(rung.outcome) : 'กรณีที่ไม่มีผล';
				return { of: title === null ? name : `${title} ${name}`, text: rung.text, asked: listConditions(rung) };
			})
		),
		...(adjust ?? []).map((one) => ({ of: 'การปรับคะแนน', text: one.text, asked: 'when' in one ? [one.when] : [] }))
	];
	const lost = places.flatMap(({ of, text, asked }) =>
		asked
			.flatMap(leavesOf)
			.flatMap((leaf) => ('lost' in leaf && leaf.taken === undefined ? [{ reading: leaf.lost, text, of }] : []))
	);
	return [...new Map(lost.map((one) => [`${one.reading} ${one.text}`, one])).values()];
}

function listSilent({ rungs, otherwise }: Ladder): readonly Silent[] {
	const rows: readonly (Rung | NonNullable<Ladder['otherwise']>)[] = [...rungs, ...(otherwise ? [otherwise] : [])];
	return rows.flatMap((row) =>
		'outcome' in row || row.reading === undefined ? [] : [{ ...row, reading: row.reading }]
	);
}

/** The outcomes a ladder can give, from the lowest; no level at all is 0 of a numbered one. */
export function listLadderOutcomes({ rungs, otherwise }: Ladder): readonly Outcome[] {
	const printed = rungs.flatMap((rung) => ('outcome' in rung ? [rung.outcome] : []));
	const lowest: readonly Outcome[] =
		otherwise && 'outcome' in otherwise
			? [otherwise.outcome]
			: printed.every((outcome) => typeof outcome === 'number')
				? [0]
				: [];
	const proposed = listSilent({ rungs, mode: 'highest', ...(otherwise ? { otherwise } : {}) }).flatMap(
		({ recommended }) => (recommended === undefined ? [] : [recommended])
	);
	return [...new Set([...lowest, ...printed, ...proposed])];
}

function outcomesBetween(ladder: Ladder, between: readonly [Outcome, Outcome] | undefined): readonly Outcome[] {
	const outcomes = listLadderOutcomes(ladder);
	if (!between) return outcomes;
	const [from, to] = between.map((end) => outcomes.indexOf(end));
	return outcomes.filter((_, at) => at >= (from ?? 0) && at <= (to ?? outcomes.length));
}

function askValues(indicator: Indicator, where: string, ask: Ask): readonly Question[] {
	return Object.entries(indicator.values ?? {}).flatMap(([name, value]): readonly Question[] => {
		const zero = value.when_zero === undefined ? ask(value.zero_reading ?? '') : undefined;
		const tie = 'place' in value && value.ties === undefined ? ask(value.tie_reading ?? '') : undefined;
		const shared = { indicator: where, asks: value.label } as const;
		return [
			...(zero && value.zero_reading !== undefined
				? [
						{
							...shared,
							reading: value.zero_reading,
							kind: 'zero',
							options: [],
							figure: { unit: value.unit ?? null, bounds: boundsOn(name, indicator) }
						} as const
					]
				: []),
			...(tie && 'place' in value && value.tie_reading !== undefined
				? [
						{
							...shared,
							reading: value.tie_reading,
							kind: 'tie',
							options: (['better', 'worse'] as const).map((share) =>
								optionOf({ kind: 'tie', share }, tie, share === 'better')
							),
							figure: null
						} as const
					]
				: [])
		];
	});
}

/** The figures that the ladder holds a value against. */
function boundsOn(name: string, indicator: Indicator): readonly number[] {
	const found: number[] = [];
	const walk = (node: unknown): void => {
		if (Array.isArray(node)) node.forEach(walk);
		else if (node && typeof node === 'object') {
			const { value, ...bounds } = node as Record<string, unknown>;
			if (value === name) found.push(...Object.values(bounds).filter((bound) => typeof bound === 'number'));
			Object.values(node).forEach(walk);
		}
	};
	walk([indicator.ladder, indicator.parts]);
	return [...new Set(found)].sort((a, b) => a - b);
}

function askSwitches(indicator: Indicator, where: string, ask: Ask): readonly Question[] {
	const alternatives = indicator.alternatives ?? [];
	return [...new Set(alternatives.map((one) => one.reading))].flatMap((id): readonly Question[] => {
		const reading = ask(id);
		if (!reading) return [];
		const options = alternatives
			.filter((one) => one.reading === id)
			.map(({ text }) => optionOf({ kind: 'alternative', text }, reading, false));
		return [{ reading: id, indicator: where, kind: 'switch', asks: reading.taken, options, figure: null }];
	});
}
