// A file that is an archive: a workbook of either kind, or something else that is said by name. What the archive says it holds is
// checked first; only then is anything of it unfolded.
import { attempt } from './attempt.ts';
import type { Collector } from '../collect.ts';
import { kindByMimetype, kindByParts } from './file-kind.ts';
import type { HeadingFinder } from '../tables/headings.ts';
import { lookInside } from './look-inside.ts';
import { readOds } from './read-ods.ts';
import { readWorkbook } from './read-workbook.ts';
import { sayBomb, sayBrokenArchive, sayEncrypted, sayTooManyParts } from '../sentences/sentences.ts';
import { sayOverlapping } from '../sentences/hostile.ts';
import { sayArchiveNotUnpacked, sayBrokenDocument, sayOtherKind } from '../sentences/kinds.ts';
import { unfoldPart } from './unfold-part.ts';
import { readZipDirectory, type ArchiveReading } from './zip-directory.ts';

export type OpenedArchive = Extract<ArchiveReading, { kind: 'archive' }>;
type Refuse = (code: string, say: () => string) => false;

/** Reads the directory; says why an archive is not opened. */
export const openArchive = (bytes: Uint8Array, refuse: Refuse): OpenedArchive | false => {
	const archive = readZipDirectory(bytes);
	switch (archive.kind) {
		case 'archive':
			return archive;
		case 'broken':
			return refuse('broken_archive', sayBrokenArchive);
		case 'encrypted':
			return refuse('encrypted', sayEncrypted);
		case 'overlapping':
			return refuse('overlapping_parts', sayOverlapping);
		case 'too_big':
			return refuse('too_big_unfolded', () => sayBomb(archive.unfolded));
		case 'too_many':
			return refuse('too_many_parts', () => sayTooManyParts(archive.entries));
	}
};

/** The text of a part; undefined where there is none that can be read. */
const textOf = (bytes: Uint8Array, archive: OpenedArchive, name: string): string | undefined => {
	const part = archive.parts.find((one) => one.name === name);
	const unfolded = part === undefined ? undefined : unfoldPart(bytes, part);
	return unfolded === undefined ? undefined : new TextDecoder().decode(unfolded);
};

const readDocument = (
	bytes: Uint8Array,
	archive: OpenedArchive,
	file: string,
	collector: Collector,
	finder: HeadingFinder,
	refuse: Refuse
): boolean => {
	// Of a damaged archive nothing is trusted, even where the damage is in a picture.
	if (archive.parts.some((part) => unfoldPart(bytes, part) === undefined))
		return refuse('broken_document', sayBrokenDocument);
	const kind = kindByMimetype(textOf(bytes, archive, 'mimetype') ?? '');
	if (kind !== 'ods') return refuse(kind, () => sayOtherKind(kind));
	// A document with a password is an archive without one: only its parts are folded up.
	if (/manifest:encryption-data/.test(textOf(bytes, archive, 'META-INF/manifest.xml') ?? ''))
		return refuse('encrypted', sayEncrypted);
	const content = textOf(bytes, archive, 'content.xml');
	return content === undefined
		? refuse('broken_document', sayBrokenDocument)
		: readOds(content, file, collector, finder);
};

/** Answers whether any sheet could be read; what could not is reported. */
export const readArchive = async (
	bytes: Uint8Array,
	file: string,
	collector: Collector,
	finder: HeadingFinder
): Promise<boolean> => {
	const refuse: Refuse = (code, say) => {
		collector.report('error', code, { file }, say);
		return false;
	};
	const archive = openArchive(bytes, refuse);
	if (archive === false) return false;
	const kind = kindByParts(archive.names);
	if (kind === 'many') return refuse('not_workbook', sayArchiveNotUnpacked);
	if (kind !== 'xlsx' && kind !== 'ods') return refuse(kind, () => sayOtherKind(kind));
	const looked = await attempt(() => lookInside(bytes, archive.parts, archive.unfolded, file, collector));
	const hostile = looked.refused ?? looked.it;
	if (hostile !== undefined) return refuse(hostile.code, hostile.say);
	return kind === 'xlsx'
		? readWorkbook(bytes, file, collector, finder)
		: readDocument(bytes, archive, file, collector, finder, refuse);
};
