// pdfmake drops, without a word, what it was told not to part and what is taller than a page: the end of such a row or block,
// or a picture. Here it is parted after all, between two lines, and what can't be parted is an error.
import type { Fragment, FragmentItem } from 'pdfmake/js/PageElementWriter.js';
import { ElementWriter, PageElementWriter } from './pdfmake-parts.ts';

interface Span {
	readonly top: number;
	readonly bottom: number;
}

function spanOf({ type, item }: FragmentItem): Span {
	const { y = 0, y1 = 0, y2 = 0, h = 0, r2 = 0, _height = 0 } = item;
	if (type === 'line') return { top: y, bottom: y + (item.getHeight?.() ?? 0) };
	if (type === 'svg' || type === 'image') return { top: y, bottom: y + _height };
	if (item.type === 'line') return { top: Math.min(y1, y2), bottom: Math.max(y1, y2) };
	if (item.type === 'ellipse') return { top: y - r2, bottom: y + r2 };
	return { top: y, bottom: y + h };
}

const isRule = ({ item }: FragmentItem): boolean => item.type === 'line' || item.type === 'rect';

function moveUp({ type, item }: FragmentItem, by: number): FragmentItem {
	const moved = Object.assign(Object.create(Object.getPrototypeOf(item) as object) as typeof item, item);
	if (item.type === 'line') Object.assign(moved, { y1: (item.y1 ?? 0) - by, y2: (item.y2 ?? 0) - by });
	else moved.y = (item.y ?? 0) - by;
	return { type, item: moved };
}

/** Rules and grounds that cross the cut are drawn on both sides of it. */
function cutRule(one: FragmentItem, from: number, to: number): FragmentItem {
	const { top, bottom } = spanOf(one);
	const [y1, y2] = [Math.max(top, from), Math.min(bottom, to)];
	return { type: one.type, item: { ...one.item, ...(one.item.type === 'line' ? { y1, y2 } : { y: y1, h: y2 - y1 }) } };
}

/** Two fragments, the first at most `room` high; null where not even its first line has room. */
export function partFragment(fragment: Fragment, room: number): readonly [Fragment, Fragment] | null {
	const solid = fragment.items.filter((one) => !isRule(one));
	const tops = solid.filter((one) => spanOf(one).bottom > room).map((one) => spanOf(one).top);
	const cut = Math.min(room, ...tops);
	if (cut <= 0 || !solid.some((one) => spanOf(one).bottom <= cut)) return null;
	const above: FragmentItem[] = [];
	const below: FragmentItem[] = [];
	for (const one of fragment.items) {
		const { top, bottom } = spanOf(one);
		if (bottom <= cut) above.push(one);
		else if (top >= cut) below.push(moveUp(one, cut));
		else if (isRule(one)) {
			above.push(cutRule(one, top, cut));
			below.push(moveUp(cutRule(one, cut, bottom), cut));
		} else below.push(moveUp(one, cut));
	}
	return [
		{ items: above, height: cut },
		{ items: below, height: fragment.height - cut }
	];
}

let installed = false;
export function installLoseNothing(): void {
	if (installed) return;
	installed = true;
	const writer = PageElementWriter.prototype;
	const { addFragment, _fitOnPage } = writer;
	writer.addFragment = function (fragment, useX, useY, aside) {
		if (useX === true || fragment.height <= this.context().availableHeight)
			return addFragment.call(this, fragment, useX, useY, aside);
		const page = this.context().page;
		const { availableHeight, y, pageMargins } = this.context();
		// what is taller than any page begins where it stands; what is not goes to the next page whole
		const fresh = availableHeight + y - pageMargins.top - this.repeatables.reduce((sum, { height }) => sum + height, 0);
		if (fragment.height <= fresh) return addFragment.call(this, fragment, useX, useY, aside);
		const parts = partFragment(fragment, availableHeight);
		if (parts === null) {
			if (availableHeight >= fresh - 0.01)
				throw new Error(`something on page ${page + 1} is higher than a page and can't be parted`);
			this.moveToNextPage();
			return this.addFragment(fragment, useX, useY, aside);
		}
		addFragment.call(this, parts[0], useX, useY, aside);
		this.moveToNextPage();
		return this.addFragment(parts[1], useX, useY, aside);
	};
	writer._fitOnPage = function (add) {
		const position = _fitOnPage.call(this, add);
		if (position === false || position === undefined)
			throw new Error(`something on page ${this.context().page + 1} is higher than a page and can't be parted`);
		return position;
	};
	writer.commitUnbreakableBlock = function (x, y) {
		if (--this.transactionLevel !== 0) return;
		const block = this.context();
		this.popContext();
		block.pages.forEach((page, nth) => {
			const last = nth === block.pages.length - 1;
			const lowest = Math.max(0, ...page.items.map((one) => spanOf(one).bottom));
			const height = last ? block.y : lowest;
			if (x === undefined && y === undefined) this.addFragment({ items: page.items, height });
			else if (nth === 0)
				ElementWriter.prototype.addFragment.call(
					this,
					{ items: page.items, height, xOffset: x, yOffset: y },
					true,
					true,
					true
				);
		});
	};
}
