import type { Act, JournalLine } from './acts.ts';
import { listEvidenceFiles } from './replay.ts';

/** SHA-256 of the files in the archive that a line speaks of. */
export function keptBy(line: JournalLine | Act): readonly string[] {
	if (line.act === 'agreement') return [line.what.sha256];
	if (line.act === 'publish') return [line.what.sha256, ...(line.what.beside ?? []).map((file) => file.sha256)];
	if (!('files' in line.what)) return [];
	return line.what.files.flatMap((file) => [file.sha256, ...listEvidenceFiles(file).map(({ sha256 }) => sha256)]);
}
