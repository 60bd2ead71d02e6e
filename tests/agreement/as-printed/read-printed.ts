// Letters as printed: patches over the letters in force, each of which undoes one reading or a few and says what the proof must find.
//
//   agreement: chaiyaphum/2562-1        the letter in force that is patched
//   patches:
//     - undoes: [X01]                   the readings undone
//       at: team/1                      section/indicator, or a section alone
//       ladder: {mode, rungs: [...]}    instead of the ladder in force: rungs from the lowest, `text` and `points` as in force unless said
//       parts: {debt: {mode, rungs}}    the same for parts, by name; what is not named stays
//       values, inputs, cut_off, reports_by, weight: instead of what is in force; null takes it away
//       applies_to: [names]             districts by the names printed: those that no district of the province has are left out
//       finds: [{code, says}]           findings that there must be at the place (or at `at`), with words of their sentence
//
// The letter has no readings then, and the patched indicator no alternatives: they were not printed.
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { readAgreement } from '../../../src/lib/agreement/read.ts';
import { agreementSchema, type Agreement, type Indicator, type Ladder } from '../../../src/lib/agreement/schema.ts';
import { findProvince } from '../../../src/lib/server/places.ts';

const ladderPatch = z.strictObject({
	mode: z.enum(['highest', 'prefix', 'one']),
	rungs: z.array(z.looseObject({ outcome: z.union([z.number(), z.string()]) })),
	otherwise: z.looseObject({}).optional()
});
const patchSchema = z.strictObject({
	undoes: z.array(z.string()).min(1),
	at: z.string(),
	ladder: ladderPatch.optional(),
	parts: z.record(z.string(), ladderPatch).nullable().optional(),
	values: z.record(z.string(), z.unknown()).nullable().optional(),
	cut_off: z.string().optional(),
	reports_by: z.array(z.string()).optional(),
	weight: z.number().optional(),
	lost_weight: z.null().optional(),
	applies_to: z.array(z.string()).optional(),
	judged: z.null().optional(),
	finds: z.array(z.strictObject({ code: z.string(), says: z.string().optional(), at: z.string().optional() })).min(1)
});
const fileSchema = z.strictObject({ agreement: z.string(), patches: z.array(patchSchema).min(1) });
export type Patch = z.infer<typeof patchSchema>;

export interface Printed {
	readonly name: string;
	readonly patch: Patch;
	/** the letter with this patch alone */
	readonly agreement: Agreement;
	readonly districts: readonly string[];
}

export function readPrinted(): readonly Printed[] {
	return globSync('tests/agreement/as-printed/*.yaml')
		.sort()
		.flatMap((file) => {
			const { agreement: id, patches } = fileSchema.parse(parse(readFileSync(file, 'utf8')));
			const path = `data/agreements/${id}.yaml`;
			const { agreement, problems } = readAgreement(readFileSync(path, 'utf8'), path);
			if (!agreement) throw new Error(JSON.stringify(problems));
			const { districts } = findProvince(agreement.province);
			return patches.map((patch) => ({
				name: `${id} ${patch.at} without ${patch.undoes.join(', ')}`,
				patch,
				agreement: applyPatch(agreement, patch, new Map(districts.map(({ code, name }) => [name, code]))),
				districts: districts.map(({ code }) => code)
			}));
		});
}

export function applyPatch(agreement: Agreement, patch: Patch, codes: ReadonlyMap<string, string>): Agreement {
	const [name, number] = patch.at.split('/');
	let found = false;
	const patched = {
		...agreement,
		readings: {},
		sections: agreement.sections.map((section) => {
			if (section.section !== name) return section;
			const { lost_weight, ...rest } = section;
			if (number === undefined) {
				found = true;
				return patch.lost_weight === null ? rest : { ...rest, lost_weight };
			}
			return {
				...section,
				indicators: section.indicators.map((indicator) => {
					if (indicator.indicator !== number) return indicator;
					found = true;
					return patchIndicator(indicator, patch, codes);
				})
			};
		})
	};
	if (!found) throw new Error(`${agreement.agreement} has no ${patch.at}`);
	return agreementSchema.parse(JSON.parse(JSON.stringify(patched)));
}

function patchIndicator(indicator: Indicator, patch: Patch, codes: ReadonlyMap<string, string>) {
	const { readings: _, alternatives: __, ...bare } = indicator;
	const { ladder, parts, values, judged, cut_off, reports_by, weight, applies_to } = patch;
	const own: Record<string, unknown> = { ...bare };
	const put = (key: string, value: unknown) => {
		if (value === null) delete own[key];
		else if (value !== undefined) own[key] = value;
	};
	put('ladder', ladder && patchLadder(indicator.ladder, ladder));
	put(
		'parts',
		parts &&
			indicator.parts?.map((part) => {
				const mine = parts[part.part];
				return mine ? { ...part, ladder: patchLadder(part.ladder, mine) } : part;
			})
	);
	if (parts === null) delete own.parts;
	put('values', values === null ? null : values && { ...indicator.values, ...values });
	put('judged', judged);
	put('cut_off', cut_off);
	put('reports_by', reports_by);
	put('weight', weight);
	put(
		'applies_to',
		applies_to?.flatMap((district) => codes.get(district) ?? [])
	);
	return own;
}

function patchLadder(inForce: Ladder | undefined, patch: z.infer<typeof ladderPatch>) {
	const rungs = patch.rungs.map((rung) => {
		const same = inForce?.rungs.find((own) => 'outcome' in own && own.outcome === rung.outcome);
		const points = same && 'outcome' in same && same.points !== undefined ? { points: same.points } : {};
		return { text: same?.text ?? '', ...points, ...rung };
	});
	return { ...patch, rungs };
}
