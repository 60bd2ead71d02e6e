/** Columns a text takes in a terminal: Thai marks above and below stand over their letter and take none. */
export const columnsOf = (text: string) => [...text.replace(/\p{Mn}/gu, '')].length;

/** Rows as lines, cells padded to the widest of their column; columns named in `right` are set to the right. */
export function textTable(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
	const widths: number[] = [];
	for (const row of rows) {
		for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, columnsOf(cell));
	}
	return rows
		.map((row) =>
			row
				.map((cell, at) => {
					const space = ' '.repeat((widths[at] ?? 0) - columnsOf(cell));
					return right.includes(at) ? space + cell : cell + space;
				})
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}
