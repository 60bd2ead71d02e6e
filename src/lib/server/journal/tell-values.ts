// Who changed a number, as a page tells it where the number stands.
import type { ResultState } from '../../ranking/way.ts';
import { importWords } from '../imports/sentences.ts';
import { sayJudgement, sayPublishing, sayTaking, type SaidTrace } from './say-trace.ts';
import { traceVersions, type RoundTraces, type Traced, type Version } from './trace.ts';

/** A proof that was sent with a value. */
export interface ToldEvidence {
	readonly note: string;
	/** null where only a note was sent */
	readonly file: { readonly name: string; readonly href: string } | null;
}

export type ToldValue<V extends Version> = V & {
	/** 2565-0147 */
	readonly receipt: string;
	readonly taken: SaidTrace | null;
	/** approved, returned, published: in the order in which it was done */
	readonly then: readonly SaidTrace[];
	readonly proofs: readonly ToldEvidence[];
};

function tellProofs(round: string, receipt: string, { evidence }: Traced<Version>): readonly ToldEvidence[] {
	return evidence.map(({ note, file }) => ({
		note,
		file: file === null ? null : { name: file.name, href: `/${round}/submissions/${receipt}/evidence/${file.sha256}` }
	}));
}

/** `round`: without moment or edition; `versions`: of one result, the newest first within an input. */
export function tellValues<V extends Version>(
	round: string,
	versions: readonly V[],
	traces: RoundTraces,
	asked: { readonly district: string; readonly section: string; readonly indicator: string },
	state: ResultState | null
): readonly ToldValue<V>[] {
	return traceVersions(versions, traces, asked, state).map((one) => {
		const receipt = importWords.receiptNumber(round, one.submission);
		const then = [...one.judgements.map(sayJudgement), ...one.publishings.map(sayPublishing)];
		return {
			...one,
			receipt,
			taken: one.taking && sayTaking(one.taking),
			then: then.sort((a, b) => a.line - b.line),
			proofs: tellProofs(round, receipt, one)
		};
	});
}
