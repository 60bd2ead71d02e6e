// Which files prove something: told by what they hold, held against what they are called.
import { readZipDirectory } from '../../submission/files/zip-directory.ts';

export const mostEvidenceMegabytes = 10;
const mostBytes = mostEvidenceMegabytes * 1024 * 1024;

export type EvidenceFault = 'empty' | 'too_big' | 'other_kind' | 'other_ending' | 'macros' | 'damaged';

const endings = { pdf: /\.pdf$/i, jpg: /\.jpe?g$/i, png: /\.png$/i, xlsx: /\.xlsx$/i, docx: /\.docx$/i } as const;
type Kind = keyof typeof endings;

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);

/** What its bytes say it is. */
function kindOf(bytes: Uint8Array): Kind | Extract<EvidenceFault, 'other_kind' | 'macros' | 'damaged'> {
	if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
	if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpg';
	if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
	if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'other_kind';
	const read = readZipDirectory(bytes);
	if (read.kind !== 'archive') return 'damaged';
	const names = [...read.names];
	if (names.some((name) => /vbaProject\.bin$/i.test(name))) return 'macros';
	if (!read.names.has('[Content_Types].xml')) return 'other_kind';
	if (read.names.has('xl/workbook.xml')) return 'xlsx';
	return read.names.has('word/document.xml') ? 'docx' : 'other_kind';
}

/** Null where the file may be taken. */
export function judgeEvidence(name: string, bytes: Uint8Array): EvidenceFault | null {
	if (bytes.byteLength === 0) return 'empty';
	if (bytes.byteLength > mostBytes) return 'too_big';
	const kind = kindOf(bytes);
	if (kind === 'other_kind' || kind === 'macros' || kind === 'damaged') return kind;
	return endings[kind].test(name) ? null : 'other_ending';
}
