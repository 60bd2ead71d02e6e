// Work on an archive whose parts may be anything: what it throws is the file's fault and becomes a sentence.
import { sayBrokenArchive, sayTooSpread } from '../sentences/sentences.ts';

export type Refused = { readonly code: string; readonly say: () => string };

/** What the reader of archives answers; whatever it throws, the file is not what a spreadsheet program writes. */
export const attempt = async <T>(
	work: () => Promise<T>
): Promise<{ readonly it: T; readonly refused?: never } | { readonly refused: Refused }> => {
	try {
		return { it: await work() };
	} catch (error) {
		const spread = error instanceof Error && /cells\), over the/.test(error.message);
		return {
			refused: spread
				? { code: 'too_many_cells_in_workbook', say: sayTooSpread }
				: { code: 'broken_archive', say: sayBrokenArchive }
		};
	}
};
