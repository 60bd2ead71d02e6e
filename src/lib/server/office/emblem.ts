// The office's own picture: whether it is one that can be printed, and nothing else is in it.
import type { Emblem } from '../../ranking/round.ts';
import { checkPng, pngSignature } from './check-png.ts';
import { say } from '../sentences.ts';

export const mostEmblemBytes = 1024 * 1024;
/** More pixels on a side than this print no better and cost memory. */
const mostPixels = 4000;

export type CheckedEmblem =
	{ readonly kind: 'taken'; readonly emblem: Emblem } | { readonly kind: 'refused'; readonly why: string };

const refused = (why: string): CheckedEmblem => ({ kind: 'refused', why });

export function checkEmblem(bytes: Uint8Array): CheckedEmblem {
	if (bytes.length > mostEmblemBytes) return refused(say.emblemTooLarge);
	if (pngSignature.every((byte, at) => bytes[at] === byte)) return takePng(bytes);
	const text = readText(bytes);
	if (text === null || !/<svg[\s>]/.test(text)) return refused(say.emblemKind);
	return checkSvg(text);
}

function takePng(bytes: Uint8Array): CheckedEmblem {
	const { kind } = checkPng(bytes, mostPixels);
	if (kind === 'broken') return refused(say.emblemBroken);
	if (kind === 'too_large') return refused(say.emblemPixels(mostPixels));
	return { kind: 'taken', emblem: { kind: 'png', base64: Buffer.from(bytes).toString('base64') } };
}

/** What makes an SVG more than a picture: it could run, fetch, or grow without bound. */
const foreign: readonly RegExp[] = [
	/<!(?:DOCTYPE|ENTITY)/i,
	/<\?xml-stylesheet/i,
	/<(?:\w+:)?(?:script|foreignObject|iframe|object|embed|audio|video|animate\w*|set|handler|listener)\b/i,
	/\son\w+\s*=/i,
	/(?:href|src)\s*=\s*(?!\s|["']\s*(?:#|data:image\/(?:png|jpeg);base64,))/i,
	/url\s*\(\s*["']?\s*(?!["'#\s])/i,
	/@import/i,
	/javascript\s*:/i
];

function checkSvg(text: string): CheckedEmblem {
	if (foreign.some((pattern) => pattern.test(text))) return refused(say.emblemForeign);
	const pictures = [...text.matchAll(/data:image\/png;base64,([^"']*)/gi)];
	if (!pictures.every(([, data = '']) => isWhole(Buffer.from(data, 'base64')))) return refused(say.emblemBroken);
	const root = /<svg\b[^>]*>/.exec(text)?.[0] ?? '';
	const sized = /\sviewBox\s*=/.test(root) || (/\swidth\s*=/.test(root) && /\sheight\s*=/.test(root));
	if (!sized || !/<\/svg>\s*$/.test(text)) return refused(say.emblemBroken);
	return { kind: 'taken', emblem: { kind: 'svg', svg: text.slice(text.indexOf('<svg')) } };
}

const isWhole = (bytes: Uint8Array): boolean =>
	pngSignature.every((byte, at) => bytes[at] === byte) && checkPng(bytes, mostPixels).kind === 'whole';

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
