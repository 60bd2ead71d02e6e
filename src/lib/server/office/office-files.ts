// The files of the office beside its settings: its emblem and its font, in the folder office/ of the store.
import { statSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Emblem } from '../../ranking/round.ts';
import type { Fonts } from '../../reports/typesetting/print.ts';
import { makeFolder, sha256, writeWhole } from '../store/durable.ts';
import { checkEmblem, emblemBytes } from './emblem.ts';
import { fitFont } from './own-font.ts';
import { refuse } from '../refusal.ts';

export const officeFolder = (store: string) => join(store, 'office');
const emblemNames = { svg: 'emblem.svg', png: 'emblem.png' } as const;
const fontNames = { regular: 'regular.ttf', bold: 'bold.ttf' } as const;
const names = [...Object.values(emblemNames), ...Object.values(fontNames)];

async function readIfThere(path: string): Promise<Uint8Array | null> {
	try {
		return await readFile(path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

/** Time and size of a file, '' where there is none. Asked at every page: waiting for a thread would cost more than the answer. */
export function stampOf(path: string): string {
	const file = statSync(path, { throwIfNoEntry: false });
	return file === undefined ? '' : `${file.mtimeMs} ${file.size}`;
}

/** Changes when one of the files does: they may be put there by hand while the server runs. */
export function officeFilesVersion(store: string): string {
	const folder = officeFolder(store);
	// most offices have none of them
	if (stampOf(folder) === '') return '';
	return names.map((name) => stampOf(join(folder, name))).join(',');
}

/** Keeps what `read` made of the files for as long as they stay the same. */
function remember<Made>(read: (store: string) => Promise<Made>): (store: string) => Promise<Made> {
	const kept = new Map<string, { readonly version: string; readonly made: Promise<Made> }>();
	return async (store) => {
		const version = officeFilesVersion(store);
		const known = kept.get(store);
		if (known?.version === version) return await known.made;
		const made = read(store);
		kept.set(store, { version, made });
		return await made;
	};
}

/** The emblem of the store; refuses one that cannot be printed, as when it was put there by hand. */
export const readEmblem = remember(async (store): Promise<Emblem | null> => {
	for (const name of Object.values(emblemNames)) {
		const bytes = await readIfThere(join(officeFolder(store), name));
		if (bytes === null) continue;
		const checked = checkEmblem(bytes);
		if (checked.kind === 'refused') throw refuse('office', `office/${name}: ${checked.why}`, `office/${name}`);
		return checked.emblem;
	}
	return null;
});

/** Puts the emblem where it is read from, in place of any other. */
export async function writeEmblem(store: string, emblem: Emblem | null): Promise<void> {
	const folder = officeFolder(store);
	if (emblem !== null) {
		await makeFolder(folder);
		await writeWhole(join(folder, emblemNames[emblem.kind]), emblemBytes(emblem));
	}
	for (const [kind, name] of Object.entries(emblemNames)) {
		if (kind !== emblem?.kind) await rm(join(folder, name), { force: true });
	}
}

/** Writes both faces of the office's font as they came, or takes them away. */
export async function writeFonts(store: string, fonts: Fonts | null): Promise<void> {
	const folder = officeFolder(store);
	if (fonts !== null) await makeFolder(folder);
	for (const face of ['regular', 'bold'] as const) {
		const path = join(folder, fontNames[face]);
		if (fonts === null) await rm(path, { force: true });
		else await writeWhole(path, fonts[face]);
	}
}

/** The font of the office's own, brought to Sarabun's size; null where there is none. Refuses one that cannot be used. */
export const readOwnFonts = remember(async (store): Promise<Fonts | null> => {
	const [regular, bold] = await Promise.all([readFace(store, 'regular'), readFace(store, 'bold')]);
	return regular === null || bold === null ? null : { regular, bold };
});

async function readFace(store: string, face: keyof typeof fontNames): Promise<Uint8Array | null> {
	const name = fontNames[face];
	const bytes = await readIfThere(join(officeFolder(store), name));
	if (bytes === null) return null;
	const fitted = fitFont(bytes);
	if (fitted.kind === 'refused') throw refuse('office', `office/${name}: ${fitted.why}`, `office/${name}`);
	return fitted.bytes;
}

/** The files there are, with their hashes, as the journal notes them. */
export async function listOfficeFiles(
	store: string
): Promise<readonly { readonly file: string; readonly sha256: string }[]> {
	const found = await Promise.all(
		names.map(async (file) => ({ file, bytes: await readIfThere(join(officeFolder(store), file)) }))
	);
	return found.flatMap(({ file, bytes }) => (bytes === null ? [] : [{ file, sha256: sha256(bytes) }]));
}
