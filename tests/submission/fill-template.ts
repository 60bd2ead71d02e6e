// Fills a template as a district would, every open cell of it, and says what must be read back.
import { writeXlsx, type Cell, type CellValue, type WriteOptions, type WriteSheet } from 'hucre/xlsx';
import type { Agreement, Input } from '../../src/lib/agreement/schema.ts';
import { allowedRange } from '../../src/lib/submission/cells/read-number.ts';
import { headingWords } from '../../src/lib/submission/sentences/template.ts';

const HEADING_ROW = 2;

/** A value for a cell, and how it is said when read back. */
interface Filling {
	readonly put: CellValue;
	readonly said: string;
}

const shown = (scaled: bigint): string => String(Number(scaled) / 1_000_000);

/** Values at the edges of what an input takes. `nth` chooses among them. */
export const fillingsOf = (input: Input, { from, to }: Agreement): readonly Filling[] => {
	const day = (iso: string): Filling => ({ put: new Date(`${iso}T00:00:00Z`), said: iso });
	const moment = (iso: string): Filling => ({ put: new Date(`${iso}:00Z`), said: iso });
	switch (input.type) {
		case 'bool':
			return [
				{ put: 'ใช่', said: 'yes' },
				{ put: 'ไม่', said: 'no' }
			];
		case 'date':
			return [day(from), day(to)];
		case 'datetime':
			return [moment(`${from}T00:01`), moment(`${to}T16:30`)];
		case 'list':
			return [
				{ put: '0; 33.333333; 100', said: '[0 33.333333 100]' },
				{ put: '95', said: '[95]' }
			];
		default: {
			const { min, max } = allowedRange(input.type, input);
			const inside = input.type === 'count' ? 7_000_000n : 33_333_333n;
			const lowest = min ?? -1_234_567_500_000n;
			const highest = max ?? 1_000_000_000_000_000_000n;
			return [lowest, inside >= lowest && inside <= highest ? inside : lowest, highest].map((scaled) => ({
				put: Number(scaled) / 1_000_000,
				said: shown(scaled)
			}));
		}
	}
};

const textAt = (cells: ReadonlyMap<string, Partial<Cell>>, row: number, column: number): string => {
	const value = cells.get(`${row},${column}`)?.value;
	return typeof value === 'string' ? value : '';
};

const fillSheet = (sheet: WriteSheet, agreement: Agreement, nth: number, entries: string[]): WriteSheet => {
	const cells = new Map(sheet.cells);
	const columns = new Map(
		(sheet.columns ?? []).map((_, column) => [textAt(cells, HEADING_ROW, column), column] as const)
	);
	const at = (heading: keyof typeof headingWords): number | undefined => columns.get(headingWords[heading]);
	const value = at('value');
	if (value === undefined) return sheet;
	const rows = new Set([...cells.keys()].map((key) => Number(key.split(',')[0])));
	for (const row of [...rows].filter((one) => one > HEADING_ROW)) {
		const open = cells.get(`${row},${value}`);
		if (open?.style?.protection?.locked !== false) continue;
		const said = (heading: keyof typeof headingWords): string => textAt(cells, row, at(heading) ?? -1);
		const section = agreement.sections.find(({ title }) => title === said('section'));
		const indicator = section?.indicators.find((one) => one.indicator === said('indicator'));
		const found = Object.entries(indicator?.inputs ?? {}).find(([, { label }]) => label === said('input'));
		if (section === undefined || indicator === undefined || found === undefined)
			throw new Error(`row ${row + 1} of ${sheet.name} asks what the letter has not`);
		const [name, input] = found;
		const fillings = fillingsOf(input, agreement);
		const filling = fillings[(row + nth) % fillings.length];
		cells.set(`${row},${value}`, { ...open, value: filling?.put ?? null });
		entries.push(`${said('code')} ${section.section}/${indicator.indicator}/${name} = ${filling?.said ?? ''}`);
	}
	return { ...sheet, cells };
};

/** The same workbook with every open cell filled. `nth` shifts which of the values a cell gets. */
export const fillTemplate = async (plan: WriteOptions, agreement: Agreement, nth = 0) => {
	const entries: string[] = [];
	const sheets = plan.sheets.map((sheet) => fillSheet(sheet, agreement, nth, entries));
	return { bytes: await writeXlsx({ ...plan, sheets }), entries };
};
