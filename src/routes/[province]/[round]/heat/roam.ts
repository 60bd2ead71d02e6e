// Walking the map by keys: one cell of it takes part in the tab order, arrows lead to the others.
const stops = 'a[href]';

/** Rows that are walked, each with what stands in its columns. */
const rowsOf = (table: HTMLElement): readonly HTMLTableRowElement[] => [
	...table.querySelectorAll<HTMLTableRowElement>('tr[data-walk]')
];
const stopAt = (row: HTMLTableRowElement | undefined, column: number): HTMLElement | null =>
	row?.cells[column]?.querySelector<HTMLElement>(stops) ?? null;

/** Leaves one stop in the tab order: the one that has it, else the first result. Results open in place. */
export function settle(table: HTMLElement): void {
	const all = [...table.querySelectorAll<HTMLElement>(`tr[data-walk] ${stops}`)];
	const kept = all.find((one) => one.tabIndex === 0 && one.hasAttribute('data-stop'));
	const chosen = kept ?? all.find((one) => one.hasAttribute('data-cell')) ?? all[0];
	for (const one of all) {
		mark(one, one === chosen);
		if (one.hasAttribute('data-cell')) one.setAttribute('aria-haspopup', 'dialog');
	}
}

function mark(stop: HTMLElement, chosen: boolean): void {
	stop.tabIndex = chosen ? 0 : -1;
	stop.toggleAttribute('data-stop', chosen);
}

/** `onkeydown` of the table: arrows, Home and End, with Ctrl to its first and last corner. */
export function roam(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
	const table = event.currentTarget;
	const from = event.target instanceof Element ? event.target.closest<HTMLElement>(stops) : null;
	if (from === null || event.altKey || event.metaKey) return;
	const to = find(rowsOf(table), from, event.key, event.ctrlKey);
	if (to === null) return;
	event.preventDefault();
	for (const one of table.querySelectorAll<HTMLElement>('[data-stop]')) mark(one, false);
	mark(to, true);
	to.focus();
}

function find(rows: readonly HTMLTableRowElement[], from: HTMLElement, key: string, far: boolean): HTMLElement | null {
	const y = rows.findIndex((row) => row.contains(from));
	const row = rows[y];
	const x = [...(row?.cells ?? [])].findIndex((cell) => cell.contains(from));
	if (row === undefined || x < 0) return null;
	const last = row.cells.length - 1;
	if (key === 'ArrowRight') return seek(row, x + 1, 1);
	if (key === 'ArrowLeft') return seek(row, x - 1, -1);
	if (key === 'ArrowDown') return stopAt(rows[y + 1], x);
	if (key === 'ArrowUp') return stopAt(rows[y - 1], x);
	if (key === 'Home') return seek(far ? (rows[0] ?? row) : row, 0, 1);
	if (key === 'End') return seek(far ? (rows.at(-1) ?? row) : row, last, -1);
	return null;
}

/** The first stop from a column on; percents are none. */
function seek(row: HTMLTableRowElement, from: number, step: 1 | -1): HTMLElement | null {
	for (let x = from; x >= 0 && x < row.cells.length; x += step) {
		const stop = stopAt(row, x);
		if (stop !== null) return stop;
	}
	return null;
}
