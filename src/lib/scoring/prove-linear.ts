// Whether whole numbers can satisfy inequalities between sums of them: Fourier–Motzkin elimination, exact. What it rules out
// cannot be; what it finds is checked against every inequality.

/** Σ coefficient × variable ≥ least, or > where strict. */
export interface Inequality {
	/** by the variable's position in the list of variables */
	readonly of: readonly bigint[];
	readonly least: bigint;
	readonly strict: boolean;
}

/** Whole numbers first, first + step, … up to last. */
export interface Steps {
	readonly first: bigint;
	readonly last: bigint;
	readonly step: bigint;
	/** a number to take when it fits */
	readonly prefer: bigint | null;
}

/** More than so many are not worked through. */
const MOST_INEQUALITIES = 1500;

/** `unknown`: fractions would do and whole numbers were not found, or it is too much to work through. */
export function solveInequalities(
	variables: readonly Steps[],
	inequalities: readonly Inequality[]
): readonly bigint[] | 'none' | 'unknown' {
	const unit = (at: number, sign: bigint) => variables.map((_, i) => (i === at ? sign : 0n));
	const all = [
		...inequalities,
		...variables.flatMap(({ first, last }, at): readonly Inequality[] => [
			{ of: unit(at, 1n), least: first, strict: false },
			{ of: unit(at, -1n), least: -last, strict: false }
		])
	];
	// levels[i] speaks of the variables before and including i only
	const levels: (readonly Inequality[])[] = [];
	let left: readonly Inequality[] = all;
	for (let at = variables.length - 1; at >= 0; at -= 1) {
		levels[at] = left;
		left = eliminate(left, at);
		if (left.length > MOST_INEQUALITIES) return 'unknown';
	}
	if (left.some(({ least, strict }) => (strict ? least >= 0n : least > 0n))) return 'none';
	return assign(variables, levels, []) ?? 'unknown';
}

function eliminate(inequalities: readonly Inequality[], at: number): readonly Inequality[] {
	const factor = (one: Inequality) => one.of[at] ?? 0n;
	const lower = inequalities.filter((one) => factor(one) > 0n);
	const upper = inequalities.filter((one) => factor(one) < 0n);
	const paired = lower.flatMap((low) =>
		upper.map((high): Inequality => {
			const [a, b] = [-factor(high), factor(low)];
			return {
				of: low.of.map((n, i) => a * n + b * (high.of[i] ?? 0n)),
				least: a * low.least + b * high.least,
				strict: low.strict || high.strict
			};
		})
	);
	const kept = [...inequalities.filter((one) => factor(one) === 0n), ...paired];
	return [...new Map(kept.map((one) => [`${one.of.join()}|${one.least}|${one.strict}`, one])).values()];
}

function assign(
	variables: readonly Steps[],
	levels: readonly (readonly Inequality[])[],
	taken: readonly bigint[]
): readonly bigint[] | null {
	const at = taken.length;
	const variable = variables[at];
	const level = levels[at];
	if (!variable || !level) return taken;
	let { first, last } = variable;
	for (const { of, least, strict } of level) {
		const factor = of[at] ?? 0n;
		const rest = least - taken.reduce((sum, n, i) => sum + n * (of[i] ?? 0n), 0n);
		if (factor === 0n) continue;
		// factor × x ≥ rest: a whole x is at least the next whole number up, or at most the next one down
		if (factor > 0n) {
			const lowest = strict ? floorDivide(rest, factor) + 1n : -floorDivide(-rest, factor);
			if (lowest > first) first = lowest;
		} else {
			const highest = strict ? -floorDivide(rest, -factor) - 1n : floorDivide(-rest, -factor);
			if (highest < last) last = highest;
		}
	}
	for (const candidate of candidatesOf({ ...variable, first, last }, variable.first)) {
		const found = assign(variables, levels, [...taken, candidate]);
		if (found) return found;
	}
	return null;
}

/** a ÷ b cut downwards; b is above 0. */
export const floorDivide = (a: bigint, b: bigint): bigint => (a >= 0n ? a / b : -((-a + b - 1n) / b));

const MILLION = 1_000_000n;
/** Round figures that people would write, tried before the ends of the range. */
const ROUND = [100n, 10n, 1n, 0n, 1000n, 10_000n, 100_000n, MILLION, 10n * MILLION, 1000n * MILLION].map(
	(n) => n * MILLION
);

function candidatesOf({ first, last, step, prefer }: Steps, start: bigint): readonly bigint[] {
	const lowest = start - floorDivide(start - first, step) * step;
	const highest = start + floorDivide(last - start, step) * step;
	if (lowest > highest) return [];
	const fits = (n: bigint) => n >= lowest && n <= highest && (n - start) % step === 0n;
	const middle = lowest + floorDivide(highest - lowest, 2n * step) * step;
	const wanted = [
		...(prefer === null ? [] : [prefer]),
		...ROUND,
		lowest,
		lowest + step,
		middle,
		highest - step,
		highest
	];
	return [...new Set(wanted.filter(fits))];
}
