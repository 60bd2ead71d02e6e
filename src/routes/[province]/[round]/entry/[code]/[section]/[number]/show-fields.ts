// What of the form stands still: what the letter asks and says, and what is in force.
import type { Indicator, Input } from '$lib/agreement/schema.ts';
import { shareEvidence } from '$lib/components/evidence.ts';
import type { EntryInForce } from '$lib/ranking/round.ts';
import type { EntryValue } from '$lib/submission/entry.ts';
import { listLevels, valueKey } from '$lib/server/entry/fields.ts';
import { allowedRange } from '$lib/submission/cells/read-number.ts';
import { sayGiven, sayHow, sayInformation } from '$lib/submission/sentences/template.ts';
import type { SheetOf } from './find-sheet.ts';

export interface InForce {
	readonly value: EntryValue;
	/** number of the submission that brought it, and what it was called */
	readonly submission: number;
	readonly file: string;
	readonly received_at: string | null;
	readonly sender: string | null;
}
export interface ShownField {
	readonly key: string;
	readonly label: string;
	readonly unit: string | null;
	readonly type: Input['type'];
	/** a due date is never “not done” */
	readonly due: boolean;
	/** what it takes, in a line; null where the field itself says it */
	readonly how: string | null;
	/** Thai sentences about filling it */
	readonly notes: readonly string[];
	readonly own: InForce | null;
	readonly ofProvince: InForce | null;
}

function sayHowOf(input: Input, to: string): string | null {
	if (input.type === 'bool' || input.type === 'date' || input.type === 'datetime') return null;
	const { min, max } = input.type === 'list' ? {} : allowedRange(input.type, input);
	return sayHow(input, min, max, to);
}

export function showFields({ view, indicator, own, ofProvince }: SheetOf): readonly ShownField[] {
	const received = new Map(view.received.map((one) => [one.number, one]));
	const show = (entry: EntryInForce | undefined): InForce | null => {
		if (entry === undefined) return null;
		const file = received.get(entry.submission);
		return {
			value: entry.value,
			submission: entry.submission,
			file: entry.at.file,
			received_at: file?.received_at ?? null,
			sender: file?.sender ?? null
		};
	};
	return Object.entries(indicator.inputs).map(([name, input]) => ({
		key: valueKey(name),
		label: input.label,
		unit: input.unit ?? null,
		type: input.type,
		due: input.due === true,
		how: sayHowOf(input, view.agreement.to),
		notes: [
			...(input.given === undefined ? [] : [sayGiven(input.given)]),
			...(input.information === true && input.note === undefined ? [sayInformation()] : []),
			...(input.note === undefined ? [] : [input.note])
		],
		own: show(own.get(name)),
		ofProvince: show(ofProvince.get(name))
	}));
}

/** The letter's words on each level, and on the evidence of all of them where they ask for the same. */
export function showLevelWords(indicator: Indicator) {
	const rungs = (indicator.ladder?.rungs ?? []).flatMap((rung) =>
		'outcome' in rung ? [{ outcome: rung.outcome, text: rung.text, evidence: rung.evidence ?? null }] : []
	);
	const { shared, rungs: shown } = shareEvidence(rungs);
	return {
		shared,
		/** of an indicator whose points are put together from parts */
		parts: (indicator.parts ?? []).map(({ title, ladder }) => ({
			title,
			rungs: ladder.rungs.flatMap((rung) => ('outcome' in rung ? [{ outcome: rung.outcome, text: rung.text }] : []))
		})),
		levels: listLevels(indicator).map(({ level, outcome }) => ({
			level,
			outcome,
			words: shown.filter((rung) => rung.outcome === outcome).map(({ text, evidence }) => ({ text, evidence }))
		}))
	};
}
