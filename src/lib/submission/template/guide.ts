// The sheets of a template that are only read: how to fill it, and the letter's criteria word for word.
import type { Cell, WriteSheet } from 'hucre/xlsx';
import { sayOutcome } from '../../agreement/say.ts';
import type { Agreement, Ladder } from '../../agreement/schema.ts';
import { criteriaWords, sayGuide, sheetWords, type GuideFacts } from '../sentences/template.ts';
import { cellOf, styleOf, type CellLook } from './cells.ts';
import { heightOf } from './height.ts';
import { footOf, PAGE, PROTECTION } from './sheet.ts';

interface Reading {
	readonly name: string;
	readonly widths: readonly number[];
	readonly rows: readonly (readonly { readonly text: string; readonly look: CellLook }[])[];
	readonly foot: string;
}

const layReading = ({ name, widths, rows, foot }: Reading, more: Partial<WriteSheet>): WriteSheet => {
	const cells = new Map<string, Partial<Cell>>();
	const rowDefs = new Map<number, { height: number }>();
	for (const [row, texts] of rows.entries()) {
		for (const [column, { text, look }] of texts.entries())
			cells.set(`${row},${column}`, { value: cellOf(text), style: styleOf(look) });
		const told = texts.map(({ text, look }, nth) => ({ text, style: styleOf(look), width: widths[nth] ?? 0 }));
		rowDefs.set(row, { height: heightOf(told) });
	}
	return {
		name,
		cells,
		columns: widths.map((width) => ({ width })),
		rowDefs,
		protection: { ...PROTECTION },
		pageSetup: PAGE,
		headerFooter: footOf(foot),
		...more
	};
};

export const layGuide = (facts: GuideFacts, stamp: string, foot: string): WriteSheet => {
	const lines = sayGuide(facts).map(([left, right]) =>
		right === ''
			? [{ text: left, look: 'title' as const }]
			: [
					{ text: left, look: 'label' as const },
					{ text: right, look: 'plain' as const }
				]
	);
	const [title = [], ...others] = lines;
	const rows = [title, [{ text: stamp, look: 'stamp' as const }], ...others];
	return layReading(
		{ name: sheetWords.guide, widths: [20, 110], rows, foot },
		{ view: { showGridLines: false }, pageSetup: { ...PAGE, fitToHeight: 1 } }
	);
};

/** `part`: what of the indicator the ladder judges, where it has several. */
const listRungs = (ladder: Ladder | undefined, part: string) =>
	(ladder?.rungs ?? []).flatMap((rung) =>
		'outcome' in rung
			? [{ outcome: sayOutcome(rung.outcome), text: `${part}${rung.text}`, evidence: rung.evidence }]
			: []
	);

/** Every rung of the indicators that this template asks about, with the evidence the letter wants. */
export const layCriteria = (agreement: Agreement, asked: ReadonlySet<unknown>, foot: string): WriteSheet => {
	const rows = agreement.sections.flatMap((section) =>
		section.indicators
			.filter((indicator) => asked.has(indicator))
			.flatMap((indicator) =>
				[
					...listRungs(indicator.ladder, ''),
					...(indicator.parts ?? []).flatMap((part) => listRungs(part.ladder, `${part.title}: `)),
					...(indicator.adjust ?? []).map(({ text }) => ({ outcome: '', text, evidence: undefined }))
				].map(({ outcome, text, evidence = '' }, nth) =>
					[section.title, indicator.indicator, nth === 0 ? indicator.title : '', outcome, text, evidence].map(
						(one, column) => ({ text: one, look: column > 3 ? ('quoted' as const) : ('said' as const) })
					)
				)
			)
	);
	const heading = criteriaWords.map((text) => ({ text, look: 'heading' as const }));
	return layReading(
		{ name: sheetWords.criteria, widths: [15, 6, 28, 11, 50, 50], rows: [heading, ...rows], foot },
		{ freezePane: { rows: 1 } }
	);
};
