// What a committee ruled on the letter of a round: asked, looked at beforehand, and written into the journal with its reason.
import { listExemptions } from '../../agreement/exemptions.ts';
import { applyRulings, standingRulings } from '../../agreement/rule.ts';
import { listAllQuestions, troubleOf } from '../../agreement/ruling-trouble.ts';
import { settle, type Ruling, type RulingGiven } from '../../agreement/ruling.ts';
import type { Question } from '../../agreement/questions.ts';
import type { Agreement } from '../../agreement/schema.ts';
import { compileAgreement } from '../../scoring/compile.ts';
import type { Problem } from '../../submission/entry.ts';
import type { JournalLine } from '../store/acts.ts';
import { districtsOf, type Letter } from './letters.ts';
import { compareAnswers, type Moves } from './moves.ts';
import { whoseLine, type Actor, type Role } from '../people/visitor.ts';
import { errorAbout, refuse, Refusal } from '../refusal.ts';
import type { ScoredRound } from './round-view.ts';
import { scoreOnce } from '../scoring/score-once.ts';
import { say, sayRulingTrouble } from '../sentences.ts';
import type { Store } from '../store/store.ts';

export type GivenRuling = RulingGiven;

/** All rulings given for a round, the oldest first. */
export function givenRulings(lines: readonly JournalLine[], round: string): readonly GivenRuling[] {
	return lines.flatMap((line) =>
		line.act === 'rule' && line.round === round
			? line.what.rulings.map((ruling) => ({
					...ruling,
					reason: line.what.reason,
					at: line.at,
					who: line.who,
					line: line.n
				}))
			: []
	);
}

export interface AskedQuestion extends Question {
	/** the ruling in force that answers it */
	readonly ruled: GivenRuling | null;
	/** how many districts have no result until it is ruled on, or have one that rests on the ruling or the reading in force */
	readonly districts: number;
}

/** What can be ruled on in a round, what was, and what no longer fits the letter in force. */
export interface RulingDesk {
	readonly questions: readonly AskedQuestion[];
	/** the readings as the letter has them, before anything was ruled */
	readonly readings: Agreement['readings'];
	readonly given: readonly GivenRuling[];
	/** of who gave them with an account, by the line of the journal */
	readonly roles: ReadonlyMap<number, Role>;
	readonly idle: readonly GivenRuling[];
	/** indicators that are not applied to some districts, by the ruling that says so */
	readonly exemptions: readonly { readonly ruling: GivenRuling; readonly districts: readonly string[] }[];
}

function letterOf(store: Store, round: string): Letter {
	const letter = store.shelf().find(round);
	if (letter === null) throw refuse('unknown_round', say.noSuchRound(round));
	return letter;
}

export function openRulingDesk(store: Store, view: ScoredRound): RulingDesk {
	const { agreement } = letterOf(store, view.id);
	const given = givenRulings(store.lines(), view.id);
	const standing = standingRulings(given);
	const asked = listAllQuestions(agreement, given);
	return {
		questions: asked.map((question) => {
			const ruled = standing.findLast((ruling) => isAnswer(ruling, question)) ?? null;
			return { ...question, ruled, districts: countDistricts(view, question, ruled !== null) };
		}),
		readings: agreement.readings,
		given,
		roles: new Map(store.lines().flatMap(({ n, person }) => (person === undefined ? [] : [[n, person.role] as const]))),
		idle: standing.filter((ruling) => troubleOf(agreement, given, ruling) !== null),
		exemptions: [...new Set(standing.flatMap((ruling) => (ruling.reading === null ? [ruling.indicator] : [])))].flatMap(
			(at) =>
				[...Map.groupBy(listExemptions(given, at), ([, ruling]) => ruling)].map(([ruling, mine]) => ({
					ruling,
					districts: mine.map(([district]) => district)
				}))
		)
	};
}

function isAnswer(ruling: Ruling, question: Question): boolean {
	if (ruling.reading !== question.reading || ruling.indicator !== question.indicator) return false;
	const { edge, tie, zero, alternative, outcomeOf, wordsOf } = settle([ruling]);
	switch (question.kind) {
		case 'edge':
			return edge !== null;
		case 'tie':
			return tie !== null;
		case 'zero':
			return zero !== null;
		case 'switch':
			return alternative !== null;
		case 'words':
			return question.options.some(({ take }) => take.kind === 'words' && wordsOf(take.text ?? '') !== null);
		case 'outcome':
			return question.options.some(({ take }) => take.kind === 'outcome' && outcomeOf(take.text ?? '') !== null);
	}
}

function countDistricts(view: ScoredRound, { reading, indicator, kind }: Question, ruled: boolean): number {
	return view.answer.scores.filter((score) => {
		if (`${score.section}/${score.indicator}` !== indicator) return false;
		const detail = view.details.get(`${score.district}/${indicator}`);
		return kind === 'switch' || ruled ? detail?.rests_on.includes(reading) : detail?.waits_for.includes(reading);
	}).length;
}

/** Every proposal that the letter makes and nobody has ruled on. */
export function listProposals({ questions }: RulingDesk): readonly Ruling[] {
	const open = questions.filter(({ ruled, options }) => ruled === null && options.some((option) => option.proposed));
	const places = new Map(
		open.map(({ reading, indicator }) => [
			`${reading} ${indicator}`,
			{ reading, indicator, take: { kind: 'recommended' } } as const
		])
	);
	return [...places.values()];
}

/** What keeps rulings from being given; those of one act are given one after the other. */
function findTroubles(agreement: Agreement, before: readonly Ruling[], rulings: readonly Ruling[]): readonly Problem[] {
	return rulings.flatMap((ruling, at) => {
		const trouble = troubleOf(agreement, [...before, ...rulings.slice(0, at)], ruling);
		if (trouble === null) return [];
		return [errorAbout('', trouble.kind, sayRulingTrouble(trouble, ruling))];
	});
}

function mustBeGivable(letter: Letter, before: readonly Ruling[], rulings: readonly Ruling[]): Agreement {
	if (rulings.length === 0) throw refuse('nothing_to_rule', say.nothingToRule);
	const { agreement } = letter;
	const districts = districtsOf(letter);
	const named = rulings.flatMap(({ take }) => ('districts' in take ? (take.districts ?? []) : []));
	const strange = [...new Set(named)].filter((code) => !districts.includes(code));
	if (strange.length > 0) throw refuse('unknown_district', say.noSuchDistricts(strange));
	const troubles = findTroubles(agreement, before, rulings);
	if (troubles.length > 0) throw new Refusal(troubles);
	const ruled = applyRulings(
		agreement,
		[...before, ...rulings].map((ruling) => ({ reason: '', ...ruling }))
	);
	try {
		compileAgreement(ruled, districts);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw refuse('unscorable', say.letterUnscorable(why));
	}
	return ruled;
}

/** Whose score and place would change; nothing is stored. Refuses rulings that cannot be given. */
export async function previewRulings(store: Store, view: ScoredRound, rulings: readonly Ruling[]): Promise<Moves> {
	const before = givenRulings(store.lines(), view.id);
	const ruled = mustBeGivable(letterOf(store, view.id), before, rulings);
	const scored = await scoreOnce(store.instance(), ruled, view.entries);
	return compareAnswers(view.province, view.answer, scored.answer);
}

/** Writes rulings into the journal, from where they hold. Refuses those that cannot be given, and any without a reason. */
export async function giveRulings(
	store: Store,
	round: string,
	rulings: readonly Ruling[],
	{ reason, ...actor }: Actor & { readonly reason: string }
): Promise<void> {
	if (reason.trim() === '') throw refuse('no_reason', say.rulingNeedsReason);
	mustBeGivable(letterOf(store, round), givenRulings(store.lines(), round), rulings);
	const what = { reason: reason.trim(), rulings: [...rulings] };
	await store.commit({ at: store.now(), ...whoseLine(actor), act: 'rule', round, what }, () => Promise.resolve([]));
}
