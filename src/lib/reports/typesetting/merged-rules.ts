// pdfmake rules a table cell by cell. Pieces of one line that touch are drawn as the one line they are.
import { Renderer } from './pdfmake-parts.ts';

interface Rule {
	readonly type: string;
	readonly x1: number;
	x2: number;
	readonly y1: number;
	readonly y2: number;
	readonly lineWidth?: number;
	readonly lineColor?: unknown;
	readonly dash?: unknown;
}
interface Item {
	readonly type: string;
	readonly item: Rule;
}

const lies = ({ type, item }: Item): boolean => type === 'vector' && item.type === 'line' && item.y1 === item.y2;

function goesOn(last: Item, next: Item): boolean {
	const [one, other] = [last.item, next.item];
	return (
		lies(last) &&
		lies(next) &&
		one.y1 === other.y1 &&
		Math.abs(one.x2 - other.x1) < 0.01 &&
		one.lineWidth === other.lineWidth &&
		one.lineColor === other.lineColor &&
		one.dash === undefined &&
		other.dash === undefined
	);
}

function mergeRules(items: readonly Item[]): Item[] {
	const merged: Item[] = [];
	for (const item of items) {
		const last = merged.at(-1);
		if (last !== undefined && goesOn(last, item))
			merged[merged.length - 1] = { type: 'vector', item: { ...last.item, x2: item.item.x2 } };
		else merged.push(item);
	}
	return merged;
}

let installed = false;
export function installMergedRules(): void {
	if (installed) return;
	installed = true;
	const { renderPages } = Renderer.prototype;
	Renderer.prototype.renderPages = function (pages) {
		for (const page of pages as { items: Item[] }[]) page.items = mergeRules(page.items);
		renderPages.call(this, pages);
	};
}
