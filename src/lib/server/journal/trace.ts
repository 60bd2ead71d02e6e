// Who changed a number: for every version of a value who took it, who approved or returned it, and in which edition it stood.
import type { ResultState } from '../../ranking/way.ts';
import type { Role } from '../people/visitor.ts';
import type { Evidence, JournalLine } from '../store/acts.ts';

interface Result {
	readonly district: string;
	readonly section: string;
	readonly indicator: string;
}
const resultKey = ({ district, section, indicator }: Result) => `${district}/${section}/${indicator}`;

/** An act that bears on a value: the line of the journal that holds it, when, and by whom. */
export interface Trace {
	readonly line: number;
	/** ISO time with offset */
	readonly at: string;
	readonly who: string;
	readonly role: Role | null;
}
export interface Taking extends Trace {
	readonly evidence: readonly Evidence[];
}
export interface Judgement extends Trace {
	readonly kind: 'approve' | 'return';
	readonly reason: string | null;
}
export interface Publishing extends Trace {
	readonly edition: number;
	readonly code: string;
}

/** What the journal says of a round's values, laid out to be looked up. */
export interface RoundTraces {
	/** by the number of the submission */
	readonly takings: ReadonlyMap<number, Taking>;
	/** by district/section/indicator, in the order of the journal */
	readonly judgements: ReadonlyMap<string, readonly Judgement[]>;
	readonly publishings: readonly Publishing[];
}

/** `until`: ISO with offset, nothing that was decided later; null for all. */
export function layTraces(lines: readonly JournalLine[], round: string, until: string | null = null): RoundTraces {
	const takings = new Map<number, Taking>();
	const judgements = new Map<string, Judgement[]>();
	const publishings: Publishing[] = [];
	for (const line of lines) {
		const trace = { line: line.n, at: line.at, who: line.who, role: line.person?.role ?? null };
		if (line.act === 'import' || line.act === 'import-demo') {
			for (const file of line.what.files)
				if (file.round === round) takings.set(file.number, { ...trace, evidence: file.evidence ?? [] });
		} else if (line.round !== round || (until !== null && line.at > until)) continue;
		else if (line.act === 'approve' || line.act === 'return') {
			const judgement: Judgement = { ...trace, kind: line.act, reason: line.what.reason };
			for (const result of line.what.results) {
				const key = resultKey(result);
				const before = judgements.get(key);
				if (before === undefined) judgements.set(key, [judgement]);
				else before.push(judgement);
			}
		} else if (line.act === 'publish') {
			publishings.push({ ...trace, edition: line.what.edition, code: line.what.code });
		}
	}
	return { takings, judgements, publishings };
}

/** A version of one value as it is traced: whose, of what, in which submission. */
export interface Version {
	readonly district: string;
	readonly input: string;
	readonly submission: number;
	readonly value: { readonly kind: string };
}
export type Traced<V extends Version> = V & {
	/** null where the journal does not say, which it always does */
	readonly taking: Taking | null;
	/** of the result while this value was in force for the district, in the order of the journal */
	readonly judgements: readonly Judgement[];
	readonly publishings: readonly Publishing[];
	/** what the sender showed for the result */
	readonly evidence: readonly Evidence[];
};

/**
 * Versions of a district's result, the newest first, with what was done about each. A fact of the whole province stands for the
 * district while it has no value of its own. `state` is how far the result has come: what was decided on the same value sent
 * before still holds, and is told with the one in force.
 */
export function traceVersions<V extends Version>(
	versions: readonly V[],
	traces: RoundTraces,
	asked: Result,
	state: ResultState | null = null
): readonly Traced<V>[] {
	const judged = traces.judgements.get(resultKey(asked)) ?? [];
	const lineOf = (one: V) => traces.takings.get(one.submission)?.line ?? 0;
	/** What was in force for the district when a line was written. */
	const inForceAt = (input: string, line: number): V | null => {
		const known = versions.filter((one) => one.input === input && lineOf(one) < line);
		const own = known.find(({ district }) => district === asked.district);
		if (own !== undefined && own.value.kind !== 'withdrawn') return own;
		return known.find(({ district }) => district !== asked.district) ?? own ?? null;
	};
	const holding = state === null || state.kind === 'sent' ? null : state.decision.line;
	const end = Number.MAX_SAFE_INTEGER;
	return versions.map((one) => {
		const taking = traces.takings.get(one.submission) ?? null;
		const wasInForce = ({ line }: Trace) => inForceAt(one.input, line) === one;
		const isInForce = inForceAt(one.input, end) === one;
		return {
			...one,
			taking,
			judgements: judged.filter((judgement) => wasInForce(judgement) || (isInForce && judgement.line === holding)),
			publishings: traces.publishings.filter(wasInForce),
			evidence: (taking?.evidence ?? []).filter(
				({ district, section, indicator }) =>
					(district === asked.district || district === one.district) &&
					section === asked.section &&
					indicator === asked.indicator
			)
		};
	});
}
