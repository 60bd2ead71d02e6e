// The seal of an edition, in the margin below the text: on the first page a QR code that leads to what was published, on every
// page the edition and its code. A document that is not published says so there, and what it stands on.
import type { Content, ContentSvg } from 'pdfmake/interfaces.js';
import type { PaperSettings, RoundView } from '../../ranking/round.ts';
import type { Digits } from '../../thai/digits.ts';
import { ink } from '../bar-picture.ts';
import type { PaperPart } from '../paper.ts';
import type { Sheet } from '../sheet.ts';
import { drawQr } from '../typesetting/qr.ts';
import { centimetres, page } from '../typesetting/sizes.ts';
import { keepVerbatim } from '../written-digits.ts';
import { altOfSeal, askAt, publishedLine, unpublishedLine } from './words.ts';

/** Points on a side: at a metre of code it is still read by a telephone from laser print. */
const sealSize = centimetres(1.45);
/** between the text and the code; as much is left white below it */
const gap = 5;
/** centimetres */
const sealRoom = 2;
const lineSize = 8;

/** A published document has room for its seal, however narrow the office's margin. */
export const makeSealRoom = ({ edition }: RoundView, settings: PaperSettings): PaperSettings =>
	edition === undefined
		? settings
		: { ...settings, margins: { ...settings.margins, bottom: Math.max(settings.margins.bottom, sealRoom) } };

/** The code, at the foot of the page on which it is laid first. */
export function makeSeal({ edition }: RoundView, { margins }: Sheet, digits: Digits): ContentSvg | null {
	if (edition === undefined) return null;
	const seal: ContentSvg & { readonly alt: string } = {
		svg: drawQr(edition.verify).svg,
		width: sealSize,
		absolutePosition: { x: margins.left, y: page.height - margins.bottom + gap },
		alt: altOfSeal(edition, digits)
	};
	return seal;
}

/** On every page; beside the code on the first. */
export function makeStandingLine(view: RoundView, { margins }: Sheet): (nth: number) => Content {
	const { edition } = view;
	const top = Math.max(1, Math.min(gap, margins.bottom - lineSize * 1.4));
	const look = { fontSize: lineSize, lineHeight: 1.2, color: ink.soft };
	if (edition === undefined)
		return () => ({ text: unpublishedLine(view), ...look, margin: [margins.left, top, margins.right, 0] });
	return (nth) => ({
		text: [
			publishedLine(edition),
			{ ...keepVerbatim(edition.code), bold: true, color: ink.text },
			...(nth === 1 ? [' ตรวจสอบที่ ', keepVerbatim(askAt(edition))] : [])
		],
		...look,
		margin: [margins.left + (nth === 1 ? sealSize + 8 : 0), top, margins.right, 0]
	});
}

/** Before all content; where every part is a document of its own, before each of them. */
export function putSeal(content: Content, seal: Content | null): Content {
	if (seal === null) return content;
	if (!Array.isArray(content) || !content.every(isPart)) return [seal, content].flat();
	return content.map((part) => ({ ...part, section: [{ ...(seal as object) }, part.section].flat() as Content }));
}

const isPart = (node: Content): node is PaperPart => typeof node === 'object' && 'running' in node;
