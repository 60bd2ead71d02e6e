// Approving and returning results: only by who owns the indicator, and only what was looked at. Two people at once never overwrite
// each other: whoever comes second is told what the first did, and nothing of theirs is written.
import type { Indicator } from '../../agreement/schema.ts';
import { scoreKey } from '../../ranking/round.ts';
import { ownsIndicator } from '../../ranking/way-groups.ts';
import { listSent, type SentResult } from '../../ranking/way-sent.ts';
import type { ResultState } from '../../ranking/way.ts';
import type { Status } from '../../scoring/results.ts';
import type { Problem } from '../../submission/entry.ts';
import { whoseLine, type Actor, type Visitor } from '../people/visitor.ts';
import { errorAbout, refuse, Refusal } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import type { ScoredRound } from './round-view.ts';
import { wayWords, type NamedResult } from './sentences-way.ts';
import { stampOf } from './stamps.ts';
import type { WayLook } from './way-look.ts';
import { findStamped, sayMovedState, sayMovedValues } from './way-moved.ts';

export interface ChosenResult {
	readonly district: string;
	readonly section: string;
	readonly indicator: string;
	/** of the values that were looked at */
	readonly stamp: string;
	/** the line of the decision that held when it was looked at; 0 where none did */
	readonly seen: number;
}

export interface DecisionWish {
	readonly kind: 'approve' | 'return';
	readonly results: readonly ChosenResult[];
	/** needed to return */
	readonly reason: string;
	readonly actor: Actor;
	/** whose indicators may be decided on; null is all of the province */
	readonly groups: readonly string[] | null;
}

export interface MovedResult {
	/** district/section/indicator */
	readonly key: string;
	/** what of it moved, from what to what */
	readonly why: string;
}

export type Decided =
	| { readonly kind: 'decided'; readonly line: number; readonly results: number }
	/** some are not what was looked at: nothing was written, also not of the others */
	| { readonly kind: 'moved'; readonly moved: readonly MovedResult[] };

export interface WayDesk {
	/** Refuses what cannot be decided on, all of it at once: a round as it was, nothing chosen, no reason, other groups' results. */
	decide(round: string, wish: DecisionWish): Promise<Decided>;
	/** what a page for deciding shows beside the view, also of a round as it was; refuses an unknown round */
	look(round: string): Promise<WayLook>;
}

/** Characters of a reason. */
export const mostReason = 2000;

/** Whose indicators a visitor decides on; null is all of the province. */
export function groupsOf(visitor: Visitor): readonly string[] | null {
	if (visitor.kind === 'demo') return null;
	if (visitor.kind === 'nobody') return [];
	const { role, groups } = visitor.person;
	return role === 'director' ? null : role === 'work_group' ? groups : [];
}

/** `view`: of the round as it is now, at this turn. */
export async function decide(store: Store, view: ScoredRound, wish: DecisionWish): Promise<Decided> {
	const { kind, actor } = wish;
	const reason = wish.reason.trim();
	const chosen = [...new Map(wish.results.map((one) => [scoreKey(one), one])).values()];
	if (chosen.length === 0) throw refuse('nothing_chosen', wayWords.nothingChosen);
	if (kind === 'return' && reason === '') throw refuse('no_reason', wayWords.returnNeedsReason);
	if (reason.length > mostReason) throw refuse('long_reason', wayWords.tooLongReason(mostReason));
	const looked = lookUp(view, chosen, wish.groups);
	const moved = (await Promise.all(looked.map((one) => findMoved(store, view.id, one)))).flatMap((one) => one ?? []);
	if (moved.length > 0) return { kind: 'moved', moved };
	const wrong = looked.flatMap((one) => findTrouble(one, kind));
	if (wrong.length > 0) throw new Refusal(wrong);
	const results = chosen.map(({ district, section, indicator, stamp }) => ({ district, section, indicator, stamp }));
	const said = { at: store.now(), ...whoseLine(actor), round: view.id };
	const line = await store.commit(
		kind === 'return'
			? { ...said, act: 'return', what: { results, reason } }
			: { ...said, act: 'approve', what: { results, reason: reason === '' ? null : reason } },
		() => Promise.resolve([])
	);
	return { kind: 'decided', line: line.n, results: results.length };
}

interface Looked {
	readonly chosen: ChosenResult;
	readonly name: NamedResult;
	readonly indicator: Indicator;
	readonly status: Status;
	readonly result: SentResult;
	readonly state: ResultState;
}

/** Refuses what there is not, what is not theirs, and what nothing was sent of. */
function lookUp(view: ScoredRound, chosen: readonly ChosenResult[], groups: DecisionWish['groups']): readonly Looked[] {
	const { agreement, province, answer, way } = view;
	const sent = listSent(view);
	const names = new Map(province.districts.map(({ code, name }) => [code, name]));
	const scores = new Map(answer.scores.map((score) => [scoreKey(score), score]));
	const indicators = new Map(
		agreement.sections.flatMap(({ section, indicators: own }) =>
			own.map((indicator) => [`${section}/${indicator.indicator}`, indicator] as const)
		)
	);
	const wrong: Problem[] = [];
	const looked = chosen.flatMap((one): readonly Looked[] => {
		const [district, indicator] = [names.get(one.district), indicators.get(`${one.section}/${one.indicator}`)];
		const [status, result] = [scores.get(scoreKey(one))?.status, sent.get(scoreKey(one))];
		if (!district || !indicator || status === undefined || status === 'not_applicable') {
			wrong.push(errorAbout('', 'unknown_result', wayWords.noSuchResult(one.district, one.section, one.indicator)));
			return [];
		}
		const name = { district, indicator: indicator.indicator, short: indicator.short };
		if (!ownsIndicator(groups, indicator)) {
			wrong.push(errorAbout('', 'not_yours', wayWords.notYours(name, indicator.work_group)));
			return [];
		}
		if (result === undefined) {
			wrong.push(errorAbout('', 'nothing_sent', wayWords.nothingSent(name)));
			return [];
		}
		return [{ chosen: one, name, indicator, status, result, state: way.get(scoreKey(one)) ?? { kind: 'sent' } }];
	});
	if (wrong.length > 0) throw new Refusal(wrong);
	return looked;
}

const lineOf = (state: ResultState) => (state.kind === 'sent' ? 0 : state.decision.line);

async function findMoved(store: Store, round: string, looked: Looked): Promise<MovedResult | null> {
	const { chosen, name, indicator, result, state } = looked;
	const key = scoreKey(chosen);
	if (stampOf(result) !== chosen.stamp) {
		const before = await findStamped(store, round, result, chosen.stamp);
		return { key, why: wayWords.valueMoved(name, sayMovedValues(before, result.values, indicator)) };
	}
	return lineOf(state) === chosen.seen ? null : { key, why: sayMovedState(name, state) };
}

function findTrouble({ name, status, state }: Looked, kind: DecisionWish['kind']): readonly Problem[] {
	if (state.kind !== 'sent' && state.decision.kind === kind)
		return [errorAbout('', 'already', wayWords.already(name, kind))];
	if (kind === 'return') return [];
	if (status === 'invalid') return [errorAbout('', 'unusable', wayWords.unusable(name))];
	return status === 'not_reported' ? [errorAbout('', 'incomplete', wayWords.incomplete(name))] : [];
}
