// An import in the form others rely on: `import --json` and the API. Values are written as they stand in results as JSON.
import type { EntryValue, Problem } from '../../submission/entry.ts';
import { formatScaled } from '../../thai/numbers.ts';
import type { ImportResult } from './import-files.ts';
import type { ImportPreview, ShownChange } from './preview.ts';

/** Exact figures that a JSON number may not hold are text; null is "not done", what is withdrawn is said by the kind of change. */
function writeValue(value: EntryValue | null): number | boolean | string | readonly (number | string)[] | null {
	if (value === null) return null;
	switch (value.kind) {
		case 'number':
			return writeFigure(value.scaled);
		case 'bool':
			return value.yes;
		case 'moment':
			return value.iso;
		case 'list':
			return value.scaled.map(writeFigure);
		default:
			return null;
	}
}

/** A number where its digits survive being one. */
function writeFigure(scaled: bigint): number | string {
	const text = formatScaled(scaled, { group: false }).replace('−', '-');
	return text.replace(/\D/g, '').length <= 15 ? Number(text) : text;
}

const changeAnswer = ({ kind, district, section, indicator, input, at, before, submission, after }: ShownChange) => ({
	kind,
	district,
	section,
	indicator,
	input,
	at,
	before: writeValue(before),
	before_submission: submission,
	after: writeValue(after)
});

/** `problems` where more was found than in the files themselves. */
export const importAnswer = (
	result: ImportResult & Pick<ImportPreview, 'changes' | 'counts'>,
	problems: readonly Problem[] = result.problems
) => ({
	accepted: result.accepted,
	outcome: result.outcome,
	receipts: result.receipts,
	usable: result.usable,
	unusable: result.unusable,
	counts: result.counts,
	changes: result.changes.map(changeAnswer),
	questions: result.questions,
	problems
});

/** What would be: nothing was stored. */
export const lookAnswer = (preview: ImportPreview, problems: readonly Problem[] = preview.problems) => ({
	...importAnswer({ ...preview, accepted: false, receipts: [] }, problems),
	preview: true
});
