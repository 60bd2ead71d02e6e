// An archive of many files, as the files in it: what a folder that was zipped up holds. Workbooks are archives as well and stay whole.
import type { Problem } from '../entry.ts';
import { isArchive, kindByParts } from './file-kind.ts';
import { openArchive, type OpenedArchive } from './read-archive.ts';
import { sayArchiveInArchive, sayBrokenPart, sayEmptyArchive, sayTooManyFiles } from '../sentences/kinds.ts';
import { unfoldPart } from './unfold-part.ts';
import { nameInArchive } from './unpack-names.ts';
import { readZipDirectory } from './zip-directory.ts';

export interface UnpackedFile {
	/** its path in the archive behind the archive's own name: `ส่งผล.zip/ชุมแพ/ผล.xlsx` */
	readonly name: string;
	readonly bytes: Uint8Array;
}

export interface Unpacked {
	readonly files: readonly UnpackedFile[];
	readonly problems: readonly Problem[];
}

const MAX_FILES = 1000;

/** What programs put beside files for themselves. */
const isLitter = (path: string): boolean =>
	path.split('/').some((part) => part === '__MACOSX' || part.startsWith('.') || part.startsWith('~$')) ||
	/(^|\/)(Thumbs\.db|desktop\.ini|Icon\r?)$/i.test(path);

/** An archive that is no workbook or other document of one file. */
const isArchiveOfMany = (bytes: Uint8Array): boolean => {
	if (!isArchive(bytes)) return false;
	const inner = readZipDirectory(bytes);
	return inner.kind === 'archive' && kindByParts(inner.names) === 'many';
};

const unpackParts = (bytes: Uint8Array, archive: OpenedArchive, name: string): Unpacked => {
	const files: UnpackedFile[] = [];
	const problems: Problem[] = [];
	const report = (file: string, code: string, message: string): void => {
		problems.push({ severity: 'error', code, at: { file }, message });
	};
	const paths = new Set<string>();
	for (const part of archive.parts) {
		const path = nameInArchive(bytes, part);
		if (path === undefined || path.endsWith('/') || isLitter(path)) continue;
		const file = `${name}/${path}`;
		const unfolded = paths.has(path) ? undefined : unfoldPart(bytes, part);
		paths.add(path);
		if (unfolded === undefined) report(file, 'broken_part', sayBrokenPart(path));
		else if (isArchiveOfMany(unfolded)) report(file, 'archive_in_archive', sayArchiveInArchive(path));
		else files.push({ name: file, bytes: unfolded });
		if (files.length > MAX_FILES) {
			report(name, 'too_many_files', sayTooManyFiles(MAX_FILES));
			return { files: [], problems };
		}
	}
	if (files.length === 0 && problems.length === 0) report(name, 'empty_archive', sayEmptyArchive());
	return { files: files.toSorted((a, b) => (a.name < b.name ? -1 : 1)), problems };
};

/**
 * The files of an archive, each named by its path; a file that is no such archive comes back as it is. Folders say nothing of whose
 * a file is. An archive that cannot be opened gives no file and a problem that says why.
 */
export const unpackFiles = (bytes: Uint8Array, name: string): Unpacked => {
	if (!isArchive(bytes)) return { files: [{ name, bytes }], problems: [] };
	const problems: Problem[] = [];
	const archive = openArchive(bytes, (code, say) => {
		problems.push({ severity: 'error', code, at: { file: name }, message: say() });
		return false;
	});
	if (archive === false) return { files: [], problems };
	if (kindByParts(archive.names) !== 'many') return { files: [{ name, bytes }], problems: [] };
	return unpackParts(bytes, archive, name);
};
