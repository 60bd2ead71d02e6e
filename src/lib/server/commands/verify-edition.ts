// What was published under a code, or whether a PDF is a document of it: what the verify page answers, at a terminal.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { shapePlaces } from '../../reports/edition/places.ts';
import type { App } from '../app.ts';
import { readCode } from '../editions/edition-code.ts';
import type { CheckedDocument, Published } from '../editions/desk.ts';
import { editionWords } from '../editions/sentences.ts';
import { refuse } from '../refusal.ts';
import { tableWords } from '../sentences.ts';
import type { Desk, Exit, Words } from './command.ts';
import { textTable } from './text-table.ts';

/** `named`: a code, or a PDF by its path. Refuses what is neither, and what is unknown. */
export async function verifyEdition(named: string, words: Words, desk: Desk, app: App): Promise<Exit> {
	const bytes = await readDocument(resolve(desk.cwd, named));
	if (bytes === null && readCode(named) === null && /[./\\]/.test(named))
		throw refuse('no_file', editionWords.whichFile(named), named);
	const checked = bytes === null ? null : await app.editions.verifyDocument(bytes);
	const found = checked ?? (await app.editions.verify(named));
	desk.print(words.json ? JSON.stringify(answer(found, checked), null, '\t') + '\n' : tell(found, checked));
	return checked === null || checked.kind === 'same' ? 0 : 1;
}

async function readDocument(path: string): Promise<Uint8Array | null> {
	try {
		return await readFile(path);
	} catch (error) {
		if (['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? ''))
			return null;
		throw error;
	}
}

function answer({ view, later }: Published, checked: CheckedDocument | null) {
	const { number, published_at, code, sha256, reason } = view.edition;
	return {
		...{ round: view.id, edition: number, published_at, office: view.office.name, code, sha256, reason },
		later: later && { edition: later.number, published_at: later.published_at, code: later.code },
		document: checked && checked.kind,
		sections: shapePlaces(view)
	};
}

function tell({ view, later }: Published, checked: CheckedDocument | null): string {
	const { edition, agreement, province, office } = view;
	const tables = shapePlaces(view).map(({ title, rows }) => {
		const head = [tableWords.place, tableWords.code, tableWords.district, tableWords.percent];
		const lines = rows.map(({ code, name, place, percent }) => [place, code, name, percent]);
		return `${title}\n${textTable([head, ...lines], [3])}`;
	});
	return [
		...(checked === null ? [] : [checked.message]),
		editionWords.verified(
			`${agreement.round} จังหวัด${province.name}`,
			edition.number,
			edition.published_at,
			office.name
		),
		later === null ? editionWords.newest : editionWords.later(later.number, later.published_at),
		editionWords.digest(edition.sha256),
		'',
		...tables,
		''
	].join('\n');
}
