// Values that no rung covers, values that two cover, and values of which the letter does not say.
import type { Finding, FindingCode } from '../agreement/check.ts';
import { sayOutcome } from '../agreement/say.ts';
import type { Rung } from '../agreement/schema.ts';
import { fillBoxes } from './prove-boxes.ts';
import { finding, show, type Case } from './prove-case.ts';
import { counts, find, isNumbered, listOf, merge, misses, reaches, reachesNone } from './prove-ladder.ts';
import { sayBox, sayShown } from './prove-say.ts';
import { FARTHEST, ownVariable } from './prove-axes.ts';
import { holds, not, type Literal, type Row } from './prove-search.ts';
import { proveText } from './prove-sentences.ts';

export function proveGaps(one: Case): readonly Finding[] {
	return [...gaps(one), ...overlaps(one), ...openRungs(one), ...openEdges(one)];
}

export const nameRung = (rung: Rung | undefined): string =>
	rung && 'outcome' in rung ? sayOutcome(rung.outcome) : `«${rung?.text ?? ''}»`;

function gaps(one: Case): readonly Finding[] {
	const { model, indicator, ladder } = one;
	const { otherwise, mode } = ladder;
	if (otherwise && 'outcome' in otherwise) return [];
	if (!otherwise && mode !== 'one' && isNumbered(ladder)) return [];
	const reading = otherwise?.reading ?? null;
	const boxes = fillBoxes(
		model,
		reachesNone(model, 'possible'),
		model.steps.map((step) => reaches(step, 'possible'))
	);
	const shown = reading === null ? boxes : boxes.slice(0, 1);
	return shown.map(({ box, values }) => {
		const example = show(one, values);
		const range = sayBox(model.space, box, indicator);
		return finding(
			one,
			reading === null ? 'error' : 'answered',
			otherwise?.undecided ?? 'gap',
			reading === null
				? proveText.gap(range, sayShown(example, indicator))
				: proveText.silent(otherwise?.text ?? '', sayShown(example, indicator), reading),
			{ clause: otherwise?.text ?? around(one, values), shown: example, reading }
		);
	});
}

/** The words of the rungs on both sides of a value that fits none: those that a change of one measure would reach. */
function around({ model }: Case, values: readonly bigint[]): string | undefined {
	const near = model.steps.filter(({ possible }) =>
		possible.some((row) => row.filter((literal) => !holds(model.space, [literal], values)).length === 1)
	);
	return near.length === 0 ? undefined : near.map(({ rung }) => rung.text).join(' / ');
}

function overlaps(one: Case): readonly Finding[] {
	const { model, indicator } = one;
	if (model.ladder.mode !== 'one') return [];
	return model.steps.flatMap((low, i) =>
		model.steps.slice(i + 1).flatMap((high) =>
			fillBoxes(model, merge(reaches(low, 'possible'), reaches(high, 'possible')), [
				misses(low, 'possible'),
				misses(high, 'possible')
			]).map(({ box, values }) => {
				const example = show(one, values);
				const range = sayBox(model.space, box, indicator);
				return finding(
					one,
					'error',
					'overlap',
					proveText.overlap(range, nameRung(low.rung), nameRung(high.rung), sayShown(example, indicator)),
					{ clause: `${low.rung.text} / ${high.rung.text}`, shown: example }
				);
			})
		)
	);
}

/** Rungs that give no outcome: a reading speaks of each. */
function openRungs(one: Case): readonly Finding[] {
	const { model, indicator } = one;
	return model.steps.flatMap((step, i): readonly Finding[] => {
		if ('outcome' in step.rung) return [];
		const values = find(model, counts(model, i, 'sure'));
		if (typeof values === 'string') return [];
		const example = show(one, values);
		const { undecided, reading, text } = step.rung;
		return [
			finding(one, 'answered', undecided, proveText.silent(text, sayShown(example, indicator), reading), {
				clause: text,
				shown: example,
				reading
			})
		];
	});
}

/** Bounds beside which the letter does not say: an example between the edge that is possible and the bound that is sure. */
function openEdges(one: Case): readonly Finding[] {
	const { model, indicator } = one;
	const findings = new Map<string, Finding>();
	for (const { sure, reason, reading } of model.unclear) {
		if (reason === 'tie') continue;
		for (const [i, step] of model.steps.entries()) {
			const asks = step.sure.some((row) => sure !== null && row.some((literal) => same(literal, sure)));
			if (!asks && !(sure === null && speaksOf(step.rung, reading))) continue;
			const values = find(
				model,
				reaches(step, 'possible'),
				misses(step, 'sure'),
				...model.steps.slice(i + 1).map((higher) => misses(higher, 'possible')),
				...(sure === null ? [] : [{ rows: [], clauses: [[not(sure)]] }])
			);
			if (typeof values === 'string') continue;
			const example = show(one, values);
			if (example.given.outcome !== null) continue;
			const said = sayShown(example, indicator);
			const message =
				reading === null
					? proveText.unread(nameRung(step.rung), said)
					: proveText.edge(nameRung(step.rung), sayBetween(one, sure, step.possible), said, reading);
			const key = `${reading ?? ''}/${sure?.axis ?? `lost ${i}`}/${sure?.bound ?? ''}`;
			if (!findings.has(key))
				findings.set(
					key,
					finding(one, reading === null ? 'error' : 'answered', codeOf(reason), message, {
						clause: step.rung.text,
						shown: example,
						reading
					})
				);
		}
	}
	return [...findings.values()];
}

/** Where the letter does not say: from the edge that is possible to the bound that is sure; empty where either is lost. */
function sayBetween({ model, indicator }: Case, sure: Literal | null, possible: readonly Row[]): string {
	if (sure === null) return '';
	const edges = possible.flat().flatMap(({ axis, up, bound }) => (axis === sure.axis && up === sure.up ? [bound] : []));
	const beyond = edges.filter((edge) => (sure.up ? edge < sure.bound : edge > sure.bound));
	const [first, ...others] = beyond;
	if (first === undefined) return '';
	const edge = others.reduce((near, one) => ((sure.up ? one > near : one < near) ? one : near), first);
	const own = ownVariable(model.space, sure.axis)?.pieces[0];
	const low = sure.up ? edge : sure.bound;
	const high = sure.up ? sure.bound : edge;
	const range = {
		low: own && low <= own.first ? FARTHEST.low : low,
		high: own && high > own.last ? FARTHEST.high : high
	};
	const box = model.space.axes.map((_, i) => (i === sure.axis ? range : FARTHEST));
	return ` เมื่อ${sayBox(model.space, box, indicator)}`;
}

const codeOf = (reason: string): FindingCode =>
	reason === 'overlap' || reason === 'rule_missing' || reason === 'conflict' || reason === 'tie' ? reason : 'gap';

/** Words that are lost name their reading, or are lost without one. */
const speaksOf = (rung: Rung, reading: string | null) =>
	JSON.stringify([...listOf(rung.needs), ...listOf(rung.only)]).includes(`"${reading ?? 'lost'}"`);

const same = (a: Literal, b: Literal) => a.axis === b.axis && a.up === b.up && a.bound === b.bound;
