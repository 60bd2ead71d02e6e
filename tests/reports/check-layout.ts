// Where the words of a printed document stand, read back from its bytes: nothing outside the margins, no two lines over each
// other, no heading at the foot of a page.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text on a page; points from the left and the top. `x`, `y` is where its baseline begins. */
export interface Placed {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	/** along the way it reads */
	readonly length: number;
	readonly size: number;
	/** reads upwards, as the heads of narrow columns do */
	readonly upright: boolean;
}
export interface PlacedPage {
	readonly number: number;
	readonly width: number;
	readonly height: number;
	readonly runs: readonly Placed[];
}
/** Points. */
export interface Margins {
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
	readonly left: number;
}

/** Every page with its runs of text; what stands askew (a mark behind the text) is left out. */
export async function readLayout(bytes: Uint8Array): Promise<readonly PlacedPage[]> {
	const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
	const pages: PlacedPage[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const { width, height } = page.getViewport({ scale: 1 });
		const { items } = await page.getTextContent();
		const runs = items.flatMap((item): readonly Placed[] => {
			if (!('str' in item) || item.str.trim() === '') return [];
			const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number];
			const size = Math.hypot(a, b);
			const upright = Math.abs(b) > Math.abs(a);
			if (Math.min(Math.abs(a), Math.abs(b)) > size * 0.01) return [];
			return [{ text: item.str, x, y: height - y, length: item.width, size, upright }];
		});
		pages.push({ number, width, height, runs });
	}
	await pdf.destroy();
	return pages;
}

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}
/** Of the letters without the marks above and below, which may reach into the space between lines. */
const above = 0.62;
const below = 0.05;

const boxOf = ({ x, y, length, size, upright }: Placed): Box =>
	upright
		? { left: x - size * above, right: x + size * below, top: y - length, bottom: y }
		: { left: x, right: x + length, top: y - size * above, bottom: y + size * below };

const say = ({ number }: PlacedPage, ...runs: readonly Placed[]) =>
	`${number}: ${runs.map(({ text }) => text).join(' | ')}`;

/** Runs that reach over a margin by more than a point; the head and foot of a page may stand above and below. */
export const findOverflows = (pages: readonly PlacedPage[], margins: Margins): readonly string[] =>
	pages.flatMap((page) =>
		page.runs
			.filter((run) => {
				const { left, right, top, bottom } = boxOf(run);
				const sideways = left < margins.left - 1 || right > page.width - margins.right + 1;
				const furniture = bottom < margins.top || top > page.height - margins.bottom;
				const vertically = !furniture && (top < margins.top - 1 || bottom > page.height - margins.bottom + 3);
				return sideways || vertically || top < 5 || bottom > page.height - 5;
			})
			.map((run) => say(page, run))
	);

/** Pairs of runs whose letters lie over each other. */
export const findClashes = (pages: readonly PlacedPage[]): readonly string[] =>
	pages.flatMap((page) => {
		const boxes = page.runs.map((run) => ({ run, box: boxOf(run) })).toSorted((a, b) => a.box.top - b.box.top);
		return boxes.flatMap((one, nth) => {
			const found: string[] = [];
			for (const other of boxes.slice(nth + 1)) {
				if (other.box.top >= one.box.bottom) break;
				const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
				const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
				if (across > 1 && down > 0.5) found.push(say(page, one.run, other.run));
			}
			return found;
		});
	});

const withoutSpaces = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

/** Headings that are the last line between the margins of their page. `headings` as printed, digits included. */
export const findWidows = (
	pages: readonly PlacedPage[],
	headings: readonly string[],
	margins: Margins
): readonly string[] => {
	const known = new Set(headings.map(withoutSpaces));
	return pages.flatMap((page) => {
		const inside = page.runs.filter(({ y }) => y > margins.top && y < page.height - margins.bottom + 3);
		const lowest = Math.max(...inside.map(({ y }) => y));
		const line = inside.filter(({ y }) => lowest - y < 1).toSorted((a, b) => a.x - b.x);
		return known.has(withoutSpaces(line.map(({ text }) => text).join(''))) ? [say(page, ...line)] : [];
	});
};
