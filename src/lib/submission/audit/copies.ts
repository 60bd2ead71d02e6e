// Districts whose figures of an indicator are the same to the last digit: one of them may have been copied from another.
import type { AuditCase, Found } from './audit.ts';
import type { Problem } from '../entry.ts';
import { countSignificant, countWritten } from './figures.ts';
import { sayCopied } from '../sentences/audit.ts';

/** Fewer different figures than this are the same by chance. */
const FIGURES = 3;
/** So are those of few digits together: 1, 2 and 3 say nothing. */
const DIGITS = 6;
/** Two figures with so many digits that count say as much as three. */
const LONG = 10;
/** A percent is a fraction of small counts more often than not: 66.67 says no more than 2 of 3. */
const OF_PERCENT = 2;

type Figures = readonly Found[];

const isFigure = ({ entry: { value, district }, input }: Found) =>
	value.kind === 'number' && district.length === 4 && input.given === undefined && input.information !== true;

const scaledOf = ({ entry: { value } }: Found): bigint => (value.kind === 'number' ? value.scaled : 0n);

/** Enough that nobody reports the same without having seen it. */
function saysEnough(figures: Figures): boolean {
	const distinct = new Map(figures.map((one) => [scaledOf(one), one]));
	distinct.delete(0n);
	const count = (digitsOf: (scaled: bigint) => number) =>
		[...distinct].reduce((sum, [scaled, { input }]) => {
			const digits = input.type === 'pct' ? Math.min(OF_PERCENT, countSignificant(scaled)) : digitsOf(scaled);
			return sum + digits;
		}, 0);
	if (distinct.size >= FIGURES) return count(countWritten) >= DIGITS;
	return distinct.size === 2 && count(countSignificant) >= LONG;
}

const indicatorOf = ({ entry }: Found) => `${entry.section}/${entry.indicator}`;
const figureKey = (one: Found) => `${one.entry.input}=${scaledOf(one)}`;

/** The districts that have each figure of an indicator, by what it is of and what it says. */
function indexFigures(figures: Figures): ReadonlyMap<string, ReadonlySet<string>> {
	const index = new Map<string, Set<string>>();
	for (const one of figures) {
		const having = index.get(figureKey(one)) ?? new Set();
		index.set(figureKey(one), having.add(one.entry.district));
	}
	return index;
}

/**
 * One warning for each group of districts alike in what one of them sent of an indicator in one file, at the first of those asked
 * about.
 */
export function findCopies({ nameOf }: AuditCase, asked: Figures, standing: Figures): readonly Problem[] {
	const standingOf = Map.groupBy(standing.filter(isFigure), indicatorOf);
	return [...Map.groupBy(asked.filter(isFigure), indicatorOf)].flatMap(([indicator, figures]): readonly Problem[] => {
		const having = indexFigures(standingOf.get(indicator) ?? []);
		const told = new Set<string>();
		const sent = Map.groupBy(figures, ({ entry }) => `${entry.district} ${entry.at.file}`);
		return [...sent.values()].flatMap((column): readonly Problem[] => {
			const [first] = column;
			if (first === undefined || told.has(first.entry.district) || !saysEnough(column)) return [];
			const alike = column
				.map((one): ReadonlySet<string> => having.get(figureKey(one)) ?? new Set())
				.reduce((all, some) => all.intersection(some));
			const others = [...alike].filter((district) => district !== first.entry.district);
			if (others.length === 0) return [];
			for (const district of [first.entry.district, ...others]) told.add(district);
			const message = sayCopied(first, nameOf(first.entry.district), others.map(nameOf), column.map(scaledOf));
			return [{ severity: 'warning', code: 'audit_copied', at: first.entry.at, message }];
		});
	});
}
