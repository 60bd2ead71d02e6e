// Percents over 100 where the letter allows them, and districts that sent one figure everywhere.
import type { AuditCase, Found } from './audit.ts';
import type { Problem } from '../entry.ts';
import { sayEqualColumn, sayOverHundred } from '../sentences/audit.ts';

const HUNDRED = 100_000_000n;
/** So many figures of so many indicators are not all the same by chance. */
const FIGURES = 5;
const INDICATORS = 3;

/** Where the letter allows none over 100 it is no warning but an error, said when the file is read. */
export function findOverHundred({ nameOf }: AuditCase, found: readonly Found[]): readonly Problem[] {
	return found.flatMap((one): readonly Problem[] => {
		const { entry, input } = one;
		if (
			input.type !== 'pct' ||
			input.may_exceed_100 !== true ||
			entry.value.kind !== 'number' ||
			entry.value.scaled <= HUNDRED
		)
			return [];
		const message = sayOverHundred(one, nameOf(entry.district), entry.value.scaled);
		return [{ severity: 'warning', code: 'audit_over_100', at: entry.at, message }];
	});
}

/** A district whose figures in a section are all the same, unless they are percents that are all full. */
export function findEqualColumns(
	{ nameOf }: AuditCase,
	asked: readonly Found[],
	standing: readonly Found[]
): readonly Problem[] {
	const columnOf = ({ entry }: Found) => `${entry.district}/${entry.section}`;
	const firsts = new Map<string, Found>();
	for (const one of asked)
		if (one.entry.value.kind === 'number' && !firsts.has(columnOf(one))) firsts.set(columnOf(one), one);
	const columns = Map.groupBy(
		standing.filter(({ entry, input }) => entry.value.kind === 'number' && input.given === undefined),
		columnOf
	);
	return [...firsts].flatMap(([column, first]): readonly Problem[] => {
		const figures = columns.get(column) ?? [];
		const values = new Set(figures.map(({ entry }) => (entry.value.kind === 'number' ? entry.value.scaled : null)));
		const [only] = values;
		const indicators = new Set(figures.map(({ indicator }) => indicator.indicator)).size;
		if (values.size !== 1 || only == null || figures.length < FIGURES || indicators < INDICATORS) return [];
		if (only === HUNDRED && figures.every(({ input }) => input.type === 'pct')) return [];
		const message = sayEqualColumn(first, nameOf(first.entry.district), only, figures.length);
		return [{ severity: 'warning', code: 'audit_all_equal', at: first.entry.at, message }];
	});
}
