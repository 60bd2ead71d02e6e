// What is written to a page: commands in the order they come, without those that change nothing. Painters of ours write here
// directly; what pdfkit writes comes through thin-content.ts.
import type { Document, Page } from 'pdfmake/js/PDFDocument.js';

export interface Ink {
	/** what each open `q` has set, by operator; null for nothing yet */
	readonly states: (Map<string, string> | null)[];
	/** begun, not yet painted */
	path: string[];
	/** written to the page when it ends: one piece instead of thousands */
	text: string[];
}

const inks = new WeakMap<Page, Ink>();

/** What a page begins with; colours and fonts are always said. */
const initial = (): Map<string, string> =>
	new Map([
		['w', '1 w'],
		['J', '0 J'],
		['j', '0 j'],
		['d', '[] 0 d']
	]);

export function inkOf(page: Page): Ink {
	let ink = inks.get(page);
	if (ink === undefined) inks.set(page, (ink = { states: [initial()], path: [], text: [] }));
	return ink;
}

/** All that was written for a page; it is given once. */
export function takeInk(page: Page): string | null {
	const ink = inks.get(page);
	inks.delete(page);
	return ink === undefined ? null : ink.text.join('\n');
}

/** Notes what a command sets. Answers whether it is to be written. */
export function noteSetting({ states }: Ink, operator: string, command: string): boolean {
	for (let depth = states.length - 1; depth >= 0; depth--) {
		const known = states[depth]?.get(operator);
		if (known === command) return false;
		if (known !== undefined) break;
	}
	const own = states.at(-1) ?? new Map<string, string>();
	states[states.length - 1] = own;
	// another space has other colours
	if (operator === 'cs') own.set('scn', '');
	if (operator === 'CS') own.set('SCN', '');
	own.set(operator, command);
	return true;
}

export function setState(ink: Ink, operator: string, command: string): void {
	if (noteSetting(ink, operator, command)) ink.text.push(command);
}

export function save(ink: Ink): void {
	ink.states.push(null);
	ink.text.push('q');
}

export function restore(ink: Ink): void {
	ink.states.pop();
	ink.text.push('Q');
}

const powers = [1, 10, 100, 1000, 1e4, 1e5] as const;
/** At most `decimals`, and no zeros behind. Sums that miss a half by their last bit are rounded as the halves they are. */
export function decimal(value: number, decimals: 0 | 1 | 2 | 3 | 4 | 5): string {
	const exact = Math.round(value * 1e6) / 1e6;
	if (Number.isInteger(exact)) return String(exact);
	const power = powers[decimals];
	const units = exact * power;
	// between two halves a product is rounded as its figures are; at a half only they say
	return Math.abs(units - Math.floor(units) - 0.5) > 1e-3
		? String(Math.round(units) / power)
		: String(Number(exact.toFixed(decimals)));
}
/** A hundredth of a point is finer than any printer. */
export const place = (points: number): string => decimal(points, 2);

const colours = new Map<string, string | null>();
/** Red, green and blue from 0 to 1 as they are written; null for what is not said as #rrggbb, #rgb, black or white. */
export function readColour(colour: string): string | null {
	let known = colours.get(colour);
	if (known === undefined) {
		const hex = { black: '#000000', white: '#ffffff' }[colour] ?? colour;
		const long = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
		const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(long)?.slice(1);
		known = digits?.map((two) => decimal(Number.parseInt(two, 16) / 255, 3)).join(' ') ?? null;
		colours.set(colour, known);
	}
	return known;
}

export function setFill(ink: Ink, rgb: string): void {
	setState(ink, 'cs', '/DeviceRGB cs');
	setState(ink, 'scn', `${rgb} scn`);
}

export function setStroke(ink: Ink, rgb: string): void {
	setState(ink, 'CS', '/DeviceRGB CS');
	setState(ink, 'SCN', `${rgb} SCN`);
}

/** Nothing shows through what is drawn next. */
export function setOpaque(document: Document, ink: Ink): void {
	const known = document._opacityRegistry['1_1'];
	if (known === undefined) {
		document.opacity(1);
		return;
	}
	const [state, name] = known;
	document.page.ext_gstates[name] = state;
	setState(ink, 'gs', `/${name} gs`);
}
