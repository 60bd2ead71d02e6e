// Files and folders named on the command line, as files to import: each with its round and, for the demo, sender and time.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../../submission/entry.ts';
import { MAX_BYTES, MAX_MEGABYTES } from '../../submission/read.ts';
import { sayFileTooBig } from '../../submission/sentences/sentences.ts';
import { startOfMoment } from '../clock.ts';
import type { Arriving } from './arriving.ts';
import { demoFolder, isInside, isRoundId } from '../rounds/letters.ts';
import { refuse, warningAbout, wrongUse } from '../refusal.ts';
import { say } from '../sentences.ts';

const results = new Set(['.json', '.csv', '.tsv', '.xlsx', '.xlsm', '.xls', '.ods', '.zip']);
/** What may lie beside results and is no mistake. */
const companions = new Set(['.yaml', '.yml', '.md', '.txt']);

/** manifest.yaml beside the demo's files: who sent each, and when, local time. */
const manifestSchema = z.strictObject({
	files: z.array(
		z.strictObject({
			file: z.string(),
			received_at: z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/),
			sender: z.string().nullable().default(null)
		})
	)
});
type Told = z.infer<typeof manifestSchema>['files'][number];

export interface Gathered {
	readonly files: readonly Arriving[];
	readonly problems: readonly Problem[];
	/** all of it lies in the project's demo */
	readonly demo: boolean;
}

/** The round that two folders of a path name: …/khon-kaen/2565-2/… */
function roundOfPath(path: string): string | null {
	const folders = dirname(path).split(sep);
	for (let at = folders.length - 1; at > 0; at--) {
		const id = `${folders[at - 1] ?? ''}/${folders[at] ?? ''}`;
		if (isRoundId(id)) return id;
	}
	return null;
}

function readManifest(folder: string): ReadonlyMap<string, Told> {
	const path = join(folder, 'manifest.yaml');
	if (!existsSync(path)) return new Map();
	const parsed = manifestSchema.safeParse(parse(readFileSync(path, 'utf8')));
	if (!parsed.success) throw refuse('manifest', say.manifestWrong, path);
	return new Map(parsed.data.files.map((told) => [told.file, told]));
}

function filesOfFolder(
	folder: string,
	problems: Problem[]
): readonly { readonly path: string; readonly name: string }[] {
	const found: { path: string; name: string }[] = [];
	for (const inside of globSync('**/*', { cwd: folder }).sort()) {
		const path = join(folder, inside);
		const base = basename(path);
		if (base.startsWith('.') || base.startsWith('~$') || !statSync(path).isFile()) continue;
		const kind = extname(base).toLowerCase();
		const name = inside.split(sep).join('/');
		if (results.has(kind)) found.push({ path, name });
		else if (!companions.has(kind)) problems.push(warningAbout(name, 'skipped', say.skipped));
	}
	return found;
}

/** Files named one by one go by their name alone, unless two would be called the same. */
function filesNamed(
	names: readonly string[],
	cwd: string,
	problems: Problem[]
): readonly { readonly path: string; readonly name: string }[] {
	const single = names.map((name) => basename(name));
	return names.flatMap((name, at) => {
		const path = resolve(cwd, name);
		if (!existsSync(path)) throw wrongUse(say.noSuchFile(name));
		const base = basename(path);
		if (!statSync(path).isDirectory()) {
			return [{ path, name: single.some((other, index) => index !== at && other === base) ? name : base }];
		}
		const inside = filesOfFolder(path, problems);
		if (inside.length === 0) problems.push(warningAbout(name, 'empty_folder', say.emptyFolder));
		return inside;
	});
}

/** Reads what the arguments name, in the order received where a manifest tells it. Refuses an argument that names nothing. */
export async function gatherFiles(
	names: readonly string[],
	cwd: string,
	options: { readonly round: string | null; readonly sender: string | null },
	demo = demoFolder
): Promise<Gathered> {
	const problems: Problem[] = [];
	const found = filesNamed(names, cwd, problems);
	const isDemo = found.length > 0 && found.every(({ path }) => isInside(demo, path));
	const manifests = new Map(
		isDemo ? [...new Set(found.map(({ path }) => dirname(path)))].map((folder) => [folder, readManifest(folder)]) : []
	);
	const files: Arriving[] = [];
	for (const { path, name } of found) {
		if (statSync(path).size > MAX_BYTES) throw refuse('too_big', sayFileTooBig(MAX_MEGABYTES), name);
		const told = manifests.get(dirname(path))?.get(basename(path));
		files.push({
			name,
			bytes: await readFile(path),
			round: options.round ?? roundOfPath(path),
			sender: options.sender ?? told?.sender ?? null,
			received_at: told === undefined ? null : startOfMoment(told.received_at)
		});
	}
	// What came first stands first, so that a correction follows what it corrects.
	return {
		files: files.toSorted((a, b) => compare(a.received_at ?? '9', b.received_at ?? '9')),
		problems,
		demo: isDemo
	};
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
