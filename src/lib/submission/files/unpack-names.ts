// Names of files in archives: Windows writes them in its own Thai, and hostile ones lead out of the folder.
import type { ArchivePart } from './zip-records.ts';

const HEADER = 30;
const LONGEST_NAME = 200;
const LONGEST_PATH = 400;

const decodeName = (bytes: Uint8Array): string => {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-874').decode(bytes);
	}
};

/**
 * The path of a part, its folders parted by `/`: without what would lead out of a folder and without characters that cannot be
 * seen. A folder ends in `/`. Undefined where nothing of a name is left.
 */
export const nameInArchive = (bytes: Uint8Array, { at }: ArchivePart): string | undefined => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const written = decodeName(bytes.subarray(at + HEADER, at + HEADER + view.getUint16(at + 26, true)));
	const plain = written.normalize('NFC').replaceAll('\\', '/');
	const parts = plain
		.split('/')
		.map((part) =>
			part
				.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
				.trim()
				.slice(0, LONGEST_NAME)
		)
		.filter((part) => part !== '' && part !== '.' && part !== '..');
	if (parts.length === 0) return undefined;
	const path = parts.join('/').slice(-LONGEST_PATH);
	return plain.endsWith('/') ? `${path}/` : path;
};
