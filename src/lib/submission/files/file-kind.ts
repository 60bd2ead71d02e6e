// What kind of file it is, told by what it holds: names lie, beginnings and parts rarely do.
import type { OtherKind } from '../sentences/kinds.ts';

const STARTS: readonly { readonly mark: string; readonly kind: OtherKind }[] = [
	{ mark: '%PDF', kind: 'pdf' },
	{ mark: '\x89PNG', kind: 'picture' },
	{ mark: '\xff\xd8\xff', kind: 'picture' },
	{ mark: 'GIF8', kind: 'picture' },
	{ mark: 'BM', kind: 'picture' },
	{ mark: 'II*\x00', kind: 'picture' },
	{ mark: 'MM\x00*', kind: 'picture' },
	{ mark: 'Rar!', kind: 'archive_of_other_kind' },
	{ mark: '7z\xbc\xaf', kind: 'archive_of_other_kind' },
	{ mark: '\x1f\x8b', kind: 'archive_of_other_kind' },
	{ mark: '{\\rtf', kind: 'rtf' },
	{ mark: '\x00\x01\x00\x00Standard', kind: 'database' },
	{ mark: 'SQLite format', kind: 'database' }
];
const OLD_OFFICE = '\xd0\xcf\x11\xe0';
const LONGEST_MARK = 20;

/** Bytes at the beginning that only one kind of file has; undefined for text and for archives. */
export const kindByStart = (bytes: Uint8Array, name: string): OtherKind | undefined => {
	const start = String.fromCharCode(...bytes.subarray(0, LONGEST_MARK));
	if (start.startsWith(OLD_OFFICE))
		return /\.docx?$/i.test(name) ? 'word' : /\.pptx?$/i.test(name) ? 'slides' : 'old_workbook';
	if (/^RIFF.{4}WEBP/s.test(start) || /^.{4}ftyp(heic|heix|mif1|avif)/s.test(start)) return 'picture';
	const found = STARTS.find(({ mark }) => start.startsWith(mark))?.kind;
	// Two letters begin many a text as well.
	return found === 'picture' && start.startsWith('BM') && !bytes.subarray(0, LONGEST_MARK).includes(0)
		? undefined
		: found;
};

/** Whether a file is a zip archive, which workbooks are too. */
export const isArchive = (bytes: Uint8Array): boolean => {
	const start = String.fromCharCode(...bytes.subarray(0, 4));
	return start === 'PK\x03\x04' || start === 'PK\x05\x06';
};

/** Kinds of file that are text without being a table. */
export const kindByText = (text: string): OtherKind | undefined => {
	const start = text.slice(0, 2000).trimStart().toLowerCase();
	if (start.startsWith('{\\rtf')) return 'rtf';
	if (/^\{\s*"(url|doc_id)"\s*:/.test(start) && start.includes('google')) return 'google_link';
	if (/^(<!doctype html|<html|<table|<head|<meta)/.test(start)) return 'web_page';
	if (start.startsWith('<?xml') && start.includes('office:spreadsheet"')) return 'old_xml';
	return start.startsWith('<?xml') && start.includes('<html') ? 'web_page' : undefined;
};

/** Whether a text is a spreadsheet of LibreOffice in one XML file (.fods). */
export const isFlatSpreadsheet = (text: string): boolean => {
	const start = text.slice(0, 20_000);
	return start.includes('<office:document') && start.includes('opendocument.spreadsheet');
};

export type ArchiveKind = 'xlsx' | 'ods' | 'many' | OtherKind;

/** What an archive is, by the names of its parts. */
export const kindByParts = (names: ReadonlySet<string>): ArchiveKind => {
	const has = (pattern: RegExp): boolean => [...names].some((name) => pattern.test(name));
	if (names.has('[Content_Types].xml')) {
		if (has(/^xl\/workbook\.bin$/)) return 'binary_workbook';
		if (has(/^xl\/.*\.xml$/)) return 'xlsx';
		if (has(/^word\//)) return 'word';
		if (has(/^ppt\//)) return 'slides';
	}
	if (has(/^Index\/.*\.iwa$/) || names.has('Index.zip')) return 'numbers';
	return names.has('mimetype') && names.has('content.xml') ? 'ods' : 'many';
};

/** What an OpenDocument archive's own word for its kind stands for. */
export const kindByMimetype = (mimetype: string): 'ods' | OtherKind => {
	if (/opendocument\.spreadsheet/.test(mimetype)) return 'ods';
	return /opendocument\.presentation/.test(mimetype) ? 'slides' : 'word';
};
