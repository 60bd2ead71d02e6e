// What a template says of itself on every sheet, so that a file that comes back is known for what it was made from.
import type { Agreement } from '../../agreement/schema.ts';
import { toArabicDigits } from '../../thai/digits.ts';

export interface Stamp {
	/** khon-kaen/2565-2 */
	readonly round: string;
	/** DOPA code: a district's, or the province's for a template of all districts */
	readonly whom: string;
	/** tells apart letters of the round that ask for different things */
	readonly edition: string;
}

const WORD = 'แบบกรอกผล';
const PARTS = `${WORD} +([a-z-]+/\\d{4}-q?\\d) +(\\d{2}|\\d{4}) +ฉบับ +([0-9a-f]{8})`;
const FORM = new RegExp(`^${PARTS}$`);
const ANYWHERE = new RegExp(PARTS, 'g');

/** `แบบกรอกผล khon-kaen/2565-2 4005 ฉบับ 9c41d07e`: it stands alone in a cell above each sheet's heading. */
export const writeStamp = ({ round, whom, edition }: Stamp): string => `${WORD} ${round} ${whom} ฉบับ ${edition}`;

/** The stamp that a cell is, if it is one. */
export const readStamp = (text: string): Stamp | undefined => {
	if (!text.startsWith(WORD) || text.length > 120) return undefined;
	const [, round, whom, edition] = FORM.exec(toArabicDigits(text).trim()) ?? [];
	return round === undefined || whom === undefined || edition === undefined ? undefined : { round, whom, edition };
};

/** Every stamp that a text holds among other words. */
export const findStamps = (text: string): readonly Stamp[] =>
	[...toArabicDigits(text).matchAll(ANYWHERE)].map(([, round = '', whom = '', edition = '']) => ({
		round,
		whom,
		edition
	}));

/** FNV-1a, 32 bits: enough to tell a few letters of one round apart, and it needs no library. */
const digest = (text: string): string => {
	let hash = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
	return (hash >>> 0).toString(16).padStart(8, '0');
};

/** Changes when what is to be filled in changes: an input more or less, its name, label, type or unit. Rulings do not change it. */
export const editionOf = (agreement: Agreement): string =>
	digest(
		JSON.stringify(
			agreement.sections.map(({ section, indicators }) => [
				section,
				indicators.map(({ indicator, inputs }) => [
					indicator,
					Object.entries(inputs).map(([name, { label, type, of, unit }]) => [name, label, type, of ?? '', unit ?? ''])
				])
			])
		)
	);
