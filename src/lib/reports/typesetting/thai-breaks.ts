// Cuts a paragraph where its lines may end. pdfmake has no hook for it, so its TextBreaker is not asked.
import { findBreaks } from './break-lines.ts';

export interface Run<Mark> {
	readonly text: string;
	/** cut at its line ends only */
	readonly whole: boolean;
	/** what its pieces carry */
	readonly mark: Mark;
}
/** What never breaks inside. */
export interface Cut<Mark> {
	readonly text: string;
	readonly mark: Mark;
	/** a line ends behind it */
	readonly lineEnd: boolean;
	/** no line may end behind it */
	noNewLine: boolean;
}

/** Runs of one paragraph are judged as the one text they are. `names` are never cut. */
export function cutRuns<Mark>(runs: readonly Run<Mark>[], names: readonly string[]): readonly Cut<Mark>[] {
	const cuts: Cut<Mark>[] = [];
	const joined = runs.length === 1 ? (runs[0]?.text ?? '') : runs.map((run) => run.text).join('');
	const breaks = findBreaks(joined, names);
	const newlineFrom = (from: number): number => {
		const found = joined.indexOf('\n', from);
		return found === -1 ? Number.POSITIVE_INFINITY : found;
	};
	let start = 0;
	let next = 0;
	runs.forEach(({ text, whole, mark }, nth) => {
		const end = start + text.length;
		let from = start;
		const push = (to: number, lineEnd: boolean) => {
			cuts.push({ text: joined.slice(from, to), mark, lineEnd, noNewLine: false });
			from = to;
		};
		let newline = newlineFrom(start);
		while ((breaks[next] ?? end) <= start && next < breaks.length) next++;
		for (;;) {
			const at = Math.min(newline, breaks[next] ?? end, end);
			if (at >= end) break;
			if (at === newline) {
				push(at, true);
				from = at + 1;
				newline = newlineFrom(from);
			} else if (at > from && !whole) push(at, false);
			while ((breaks[next] ?? end) <= at && next < breaks.length) next++;
		}
		if (from < end || text === '') push(end, false);
		const last = cuts.at(-1);
		if (nth < runs.length - 1 && last?.lineEnd === false && breaks[next] !== end) last.noNewLine = true;
		start = end;
	});
	return cuts;
}
