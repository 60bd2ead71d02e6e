// A template that comes back: whether it was made for this round and this letter, and whether anything was filled in.
import type { Agreement } from '../../agreement/schema.ts';
import type { Collector } from '../collect.ts';
import type { Place } from '../entry.ts';
import { sayNothingFilled, sayOtherEdition, sayOtherRound } from '../sentences/template.ts';
import { editionOf, readStamp, type Stamp } from './stamp.ts';

/**
 * A collector that looks for stamps among the texts above each heading. A template of another round gives nothing but the error
 * `other_round`, whatever its cells would say here; one of another letter of this round is read with the warning
 * `other_edition`; one without a value ends with the error `nothing_filled`.
 */
export const watchStamps = (collector: Collector, agreement: Agreement, file: string): Collector => {
	const stamps: { readonly stamp: Stamp; readonly at: Place }[] = [];
	const noteTitles: Collector['noteTitles'] = (texts, at) => {
		for (const text of texts) {
			const stamp = readStamp(text);
			if (stamp !== undefined) stamps.push({ stamp, at });
		}
	};
	const finish: Collector['finish'] = (readable) => {
		const other = stamps.find(({ stamp }) => stamp.round !== agreement.agreement);
		if (other !== undefined) {
			const message = sayOtherRound(other.stamp.round, agreement.agreement);
			const problem = { severity: 'error', code: 'other_round', at: other.at, message } as const;
			return { ...collector.finish(false), entries: [], questions: [], problems: [problem] };
		}
		const outdated = stamps.find(({ stamp }) => stamp.edition !== editionOf(agreement));
		if (outdated !== undefined) collector.report('warning', 'other_edition', outdated.at, sayOtherEdition);
		const read = collector.finish(readable);
		const silent = read.entries.length === 0 && read.questions.length === 0;
		if (stamps.length === 0 || !silent || read.problems.some(({ severity }) => severity === 'error')) return read;
		const problem = { severity: 'error', code: 'nothing_filled', at: { file }, message: sayNothingFilled() } as const;
		return { ...read, problems: [...read.problems, problem] };
	};
	return { ...collector, noteTitles, finish };
};
