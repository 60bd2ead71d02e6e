// Rows of bits: any one row holding makes a condition hold. `all` multiplies rows, `any` adds them, `at least k` adds every
// choice of k.

const MOST_ROWS = 1024;

/**
 * Bits that must hold, surely, possibly, and by the recommended reading. What makes a comparison possible is among what makes it sure:
 * only of one fact sent in several ways does a row ask the other ways to be possible and no more.
 */
export interface Need {
	readonly sure: bigint;
	readonly possible: bigint;
	readonly recommended: bigint;
}

export const always: Need = { sure: 0n, possible: 0n, recommended: 0n };

export const join = (a: Need, b: Need): Need => ({
	sure: a.sure | b.sure,
	possible: a.possible | b.possible,
	recommended: a.recommended | b.recommended
});
const within = (a: Need, b: Need) =>
	(a.sure & ~b.sure) === 0n && (a.possible & ~b.possible) === 0n && (a.recommended & ~b.recommended) === 0n;

/** Without the rows that another row makes needless. */
function absorb(rows: readonly Need[]): readonly Need[] {
	return rows.filter(
		(row, i) => !rows.some((other, j) => j !== i && within(other, row) && (!within(row, other) || j < i))
	);
}

export const allRows = (parts: readonly (readonly Need[])[]): readonly Need[] =>
	parts.reduce<readonly Need[]>(
		(rows, part) => bounded(absorb(rows.flatMap((row) => part.map((other) => join(row, other))))),
		[always]
	);

/** One fact sent in several ways: any of them makes it sure, and it is possible while none of them fails. */
export function eitherRows(ways: readonly (readonly Need[])[]): readonly Need[] {
	return ways.flatMap((way, i) => {
		const others = allRows(ways.filter((_, j) => j !== i));
		return way.flatMap((need) => others.map((other) => ({ ...need, possible: need.possible | other.possible })));
	});
}

export const anyRows = (parts: readonly (readonly Need[])[]) => bounded(absorb(parts.flat()));

export function chooseRows(k: number, parts: readonly (readonly Need[])[]): readonly Need[] {
	if (k === 0) return [always];
	if (k > parts.length) return [];
	const [first, ...rest] = parts;
	if (!first) return [];
	return anyRows([allRows([first, chooseRows(k - 1, rest)]), chooseRows(k, rest)]);
}

function bounded(rows: readonly Need[]): readonly Need[] {
	if (rows.length > MOST_ROWS)
		throw new RangeError(`a condition takes more than ${MOST_ROWS} rows: use parts that are counted`);
	return rows;
}
