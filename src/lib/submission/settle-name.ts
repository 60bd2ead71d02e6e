// A name in a file becomes what it stands for, a question, or a problem.
import type { Asker } from './ask.ts';
import type { Place, Problem } from './entry.ts';
import type { Found } from './names/found.ts';
import { sayNameless, sayUnknown, type NameKind } from './sentences/sentences.ts';
import {
	askElsewhere,
	askWhich,
	askWhichOfSeveral,
	sayElsewhere,
	sayMisspelt,
	sayOtherUnit
} from './sentences/questions.ts';

/** Past this many questions nobody answers them; the rest are problems. */
const MAX_QUESTIONS = 200;
/** Names near to nothing that are known again when they come again. */
const MAX_STRANGE = 1000;

/**
 * What a name stands for. Where it is not known it is asked about if anything is near, `cells` values hanging on it, and a problem
 * otherwise; then, and where a person said to leave it out, nothing comes back.
 */
export type SettleName = <T>(
	kind: NameKind,
	written: string,
	found: Found<T>,
	at: Place,
	cells?: number
) => T | undefined;

export const createSettler = (
	report: (severity: Problem['severity'], code: string, at: Place, say: () => string) => void,
	asker: Asker
): SettleName => {
	const asked = new Set<string>();
	const strange = new Set<string>();
	const misspellings = new Set<string>();

	return (kind, written, found, at, cells = 1) => {
		if (found.kind === 'found') {
			const { misspelt } = found;
			if (misspelt !== undefined && !misspellings.has(written)) {
				misspellings.add(written);
				report('warning', 'known_misspelling', at, () => sayMisspelt(kind, written, misspelt));
			}
			return found.it;
		}
		if (written === '') {
			report('error', `no_${kind}`, at, () => sayNameless(kind));
			return undefined;
		}
		const { about, recall } = found;
		const elsewhere = found.kind === 'unknown' ? (found.elsewhere ?? []) : [];
		const key = `${kind}\n${about}`;
		const known = asked.has(key);
		const weighed = known || strange.has(key) || asked.size >= MAX_QUESTIONS;
		const choices = weighed ? [] : found.kind === 'several' ? found.choices : found.near();
		if (!known && choices.length === 0) {
			if (strange.size < MAX_STRANGE) strange.add(key);
			if (elsewhere.length > 0) report('error', `${kind}_elsewhere`, at, () => sayElsewhere(written, elsewhere));
			else if (found.kind === 'unknown' && found.otherUnit === true)
				report('error', 'other_unit', at, () => sayOtherUnit(written));
			else report('error', `unknown_${kind}`, at, () => sayUnknown(kind, written));
			return undefined;
		}
		asked.add(key);
		const means = asker.ask(kind, about, cells, () => ({
			kind,
			about,
			written,
			at,
			ask:
				elsewhere.length > 0
					? askElsewhere(written, elsewhere)
					: (found.kind === 'several' ? askWhichOfSeveral : askWhich)(kind, written),
			choices: choices.map(({ means: choice, label }) => ({ means: choice, label })),
			fits: (choice) => recall(choice) !== undefined
		}));
		return means === undefined || means === null ? undefined : recall(means);
	};
};
