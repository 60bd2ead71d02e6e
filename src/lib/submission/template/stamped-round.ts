// Which round a file says it is of, where nobody else said: read off the stamp of the template that it was made from.
import { decodeText } from '../files/decode-text.ts';
import { isArchive } from '../files/file-kind.ts';
import { unfoldPart } from '../files/unfold-part.ts';
import { readZipDirectory } from '../files/zip-directory.ts';
import { findStamps } from './stamp.ts';

/** Stamps stand above headings: bytes of a plain text that are looked through. */
const head = 64 * 1024;
/** Where workbooks of either kind keep their texts. */
const texts = /^(?:xl\/sharedStrings\.xml|xl\/worksheets\/[^/]+\.xml|content\.xml)$/;

function textsOf(bytes: Uint8Array): readonly string[] {
	if (!isArchive(bytes)) {
		// no sign is cut in two at the end of a line
		const end = bytes.length <= head ? bytes.length : bytes.lastIndexOf(10, head) + 1;
		const decoded = decodeText(bytes.subarray(0, end));
		return decoded.kind === 'not_text' ? [] : [decoded.text];
	}
	const archive = readZipDirectory(bytes);
	if (archive.kind !== 'archive') return [];
	return archive.parts
		.filter(({ name }) => texts.test(name))
		.map((part) => new TextDecoder().decode(unfoldPart(bytes, part)));
}

/** khon-kaen/2565-2; null where it says none, or several. */
export function findStampedRound(bytes: Uint8Array): string | null {
	const rounds = new Set(textsOf(bytes).flatMap((text) => findStamps(text).map(({ round }) => round)));
	const [round = null] = rounds;
	return rounds.size === 1 ? round : null;
}
