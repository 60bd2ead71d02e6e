// What a draft would send: every value of each indicator that something was typed for, so that the document stands for itself.
import { isAppliedTo } from '../../agreement/applies.ts';
import type { Agreement, Indicator } from '../../agreement/schema.ts';
import type { EntryInForce } from '../../ranking/round.ts';
import type { EnteredEvidence, EnteredResult } from '../../submission/entered/write-document.ts';
import { readField } from '../../submission/entered/read-field.ts';
import type { EntryValue } from '../../submission/entry.ts';
import { likelyYears } from '../../submission/read.ts';
import { emptySheet, isBlank, type Draft, type DraftSheet } from './draft.ts';
import { listLevels, noteKey, ticked, tickKey, valueKey } from './fields.ts';

/** A field that cannot be sent as it stands. */
export interface FieldFault {
	readonly section: string;
	readonly indicator: string;
	readonly input: string;
	/** as the letter calls the input */
	readonly label: string;
	/** a Thai sentence */
	readonly why: string;
}
export interface Gathered {
	readonly results: readonly EnteredResult[];
	readonly faults: readonly FieldFault[];
}

const usable = (value: EntryValue | undefined): value is EntryValue =>
	value !== undefined && value.kind !== 'bad' && value.kind !== 'withdrawn';

/** `inForce`: of the whole round. */
export function gatherDraft(agreement: Agreement, inForce: readonly EntryInForce[], draft: Draft): Gathered {
	const own = new Map(
		inForce
			.filter(({ district }) => district === draft.district)
			.map((entry) => [`${entry.section}/${entry.indicator}/${entry.input}`, entry.value])
	);
	const results: EnteredResult[] = [];
	const faults: FieldFault[] = [];
	for (const { section, indicators } of agreement.sections) {
		for (const indicator of indicators) {
			const sheet = draft.sheets[`${section}/${indicator.indicator}`] ?? emptySheet;
			const asked = draft.district.length === 2 || isAppliedTo(indicator, draft.district);
			if (isBlank(sheet) || !asked) continue;
			const about = { section, indicator: indicator.indicator };
			const inputs: { input: string; value: EntryValue }[] = [];
			for (const [input, rule] of Object.entries(indicator.inputs)) {
				const before = own.get(`${section}/${indicator.indicator}/${input}`);
				const cell = sheet.cells[valueKey(input)];
				if (cell === undefined) {
					if (usable(before)) inputs.push({ input, value: before });
					continue;
				}
				const read = readField(cell.text, rule, likelyYears(agreement));
				if (read.kind === 'bad') faults.push({ ...about, input, label: rule.label, why: read.why });
				else if (read.kind === 'value') inputs.push({ input, value: read.value });
				else if (before !== undefined && before.kind !== 'withdrawn')
					inputs.push({ input, value: { kind: 'withdrawn' } });
			}
			const evidence = gatherEvidence(indicator, sheet);
			if (inputs.length + evidence.length > 0) results.push({ ...about, inputs, evidence });
		}
	}
	return { results, faults };
}

/** A level that is ticked, noted or shown by a file; each file after the first stands alone. */
export function gatherEvidence(indicator: Indicator, { cells, files }: DraftSheet): readonly EnteredEvidence[] {
	return listLevels(indicator).flatMap(({ level, outcome }): readonly EnteredEvidence[] => {
		const note = cells[noteKey(level)]?.text.trim() ?? '';
		const said = note !== '' || cells[tickKey(level)]?.text === ticked;
		const shown = files.filter((file) => file.outcome === outcome);
		if (shown.length === 0) return said ? [{ outcome, note, file: null }] : [];
		return shown.map(({ name, sha256, bytes }, nth) => ({
			outcome,
			note: nth === 0 ? note : '',
			file: { name, sha256, bytes }
		}));
	});
}
