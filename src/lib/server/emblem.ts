// The office's own picture: whether it is one that can be printed, and nothing else is in it.
import type { Emblem } from '../ranking/round.ts';
import { say } from './sentences.ts';

export const mostEmblemBytes = 1024 * 1024;
/** More pixels on a side than this print no better and cost memory. */
const mostPixels = 4000;

export type CheckedEmblem =
	{ readonly kind: 'taken'; readonly emblem: Emblem } | { readonly kind: 'refused'; readonly why: string };

const refused = (why: string): CheckedEmblem => ({ kind: 'refused', why });
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function checkEmblem(bytes: Uint8Array): CheckedEmblem {
	if (bytes.length > mostEmblemBytes) return refused(say.emblemTooLarge);
	if (signature.every((byte, at) => bytes[at] === byte)) return checkPng(bytes);
	const text = readText(bytes);
	if (text === null || !/<svg[\s>]/.test(text)) return refused(say.emblemKind);
	return checkSvg(text);
}

/** Every chunk whole and the last one there: what is cut short would stop the printing of every document. */
function checkPng(bytes: Uint8Array): CheckedEmblem {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 33 || view.getUint32(12) !== 0x49484452) return refused(say.emblemBroken);
	const [width, height] = [view.getUint32(16), view.getUint32(20)];
	if (width === 0 || height === 0) return refused(say.emblemBroken);
	if (width > mostPixels || height > mostPixels) return refused(say.emblemPixels(mostPixels));
	let at = signature.length;
	while (at + 12 <= bytes.length) {
		const ends = view.getUint32(at + 4) === 0x49454e44;
		at += 12 + view.getUint32(at);
		if (ends && at <= bytes.length) {
			return { kind: 'taken', emblem: { kind: 'png', base64: Buffer.from(bytes).toString('base64') } };
		}
	}
	return refused(say.emblemBroken);
}

/** What makes an SVG more than a picture: it could run, fetch, or grow without bound. */
const foreign: readonly RegExp[] = [
	/<!(?:DOCTYPE|ENTITY)/i,
	/<\?xml-stylesheet/i,
	/<(?:\w+:)?(?:script|foreignObject|iframe|object|embed|audio|video|animate\w*|set|handler|listener)\b/i,
	/\son\w+\s*=/i,
	/(?:href|src)\s*=\s*(?!["']\s*(?:#|data:image\/(?:png|jpeg);base64,))/i,
	/url\s*\(\s*["']?\s*(?!["'#\s])/i,
	/@import/i,
	/javascript\s*:/i
];

function checkSvg(text: string): CheckedEmblem {
	if (foreign.some((pattern) => pattern.test(text))) return refused(say.emblemForeign);
	const root = /<svg\b[^>]*>/.exec(text)?.[0] ?? '';
	const sized = /\sviewBox\s*=/.test(root) || (/\swidth\s*=/.test(root) && /\sheight\s*=/.test(root));
	if (!sized || !/<\/svg>\s*$/.test(text)) return refused(say.emblemBroken);
	return { kind: 'taken', emblem: { kind: 'svg', svg: text.slice(text.indexOf('<svg')) } };
}

function readText(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) return null;
		throw error;
	}
}

export const emblemBytes = (emblem: Emblem): Uint8Array =>
	emblem.kind === 'svg' ? new TextEncoder().encode(emblem.svg) : Uint8Array.from(Buffer.from(emblem.base64, 'base64'));
