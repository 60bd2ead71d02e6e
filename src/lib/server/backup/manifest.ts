// The list that closes a backup: every file with its size and SHA-256, where the journal stood, and a hash over the list.
import { z } from 'zod';
import { sha256 } from '../store/durable.ts';

export const manifestName = 'manifest.json';
export const leafletName = 'README.txt';
/** Raised when an older program could no longer restore what this one writes. */
export const backupFormat = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const manifestSchema = z.strictObject({
	/** of the form of the backup, not of the program */
	format: z.literal(backupFormat),
	/** of the program that wrote it */
	version: z.string(),
	/** Bangkok time, with offset */
	made_at: z.string(),
	/** the last line of the journal in it */
	head: z.strictObject({ n: z.int().min(0), hash }),
	files: z.array(z.strictObject({ path: z.string(), bytes: z.int().min(0), sha256: hash }))
});
export type Manifest = z.infer<typeof manifestSchema>;
export type ListedFile = Manifest['files'][number];

const sealed = /^(.*),\n\t"hash": "([0-9a-f]{64})"\n\}\n$/s;

export function writeManifest(manifest: Manifest): string {
	const body = JSON.stringify(manifest, null, '\t');
	return `${body.slice(0, -2)},\n\t"hash": "${sha256(body)}"\n}\n`;
}

export type ReadManifest =
	| { readonly kind: 'whole'; readonly manifest: Manifest }
	| { readonly kind: 'damaged'; readonly expected: string; readonly found: string }
	/** written by a program that knows more than this one */
	| { readonly kind: 'newer' };

export function readManifest(text: string): ReadManifest {
	const [, before = text, expected = ''] = sealed.exec(text) ?? [];
	const body = `${before}\n}`;
	const found = sha256(body);
	if (expected !== found) return { kind: 'damaged', expected, found };
	const parsed = manifestSchema.safeParse(JSON.parse(body));
	return parsed.success ? { kind: 'whole', manifest: parsed.data } : { kind: 'newer' };
}

const kept = /^(?:aside\/[A-Za-z0-9][\w.-]*\/)?(?:journal\.jsonl|journal\.torn|archive\/[0-9a-f]{64})$/;
const office = /^(?:office\.yaml|office\/(?:emblem\.svg|emblem\.png|regular\.ttf|bold\.ttf))$/;
const waiting = /^waiting\/(?:[0-9a-f]{24}\.json|[0-9a-f]{64})$/;

const drafts = /^drafts\/(?:[a-z-]+\.\d{4}-q?\d\.(?:\d{2}|\d{4})\.json|[0-9a-f]{64})$/;

const people = /^(?:people\.sqlite|people\.secret|oidc\.yaml)$/;

/** Whether a path is one that a store has: nothing else is ever written where a backup is restored. */
export const isStorePath = (path: string): boolean =>
	[kept, office, people, waiting, drafts].some((pattern) => pattern.test(path));

/** Whether a file of a store is for its owner alone. */
export const isPrivatePath = (path: string): boolean => people.test(path);
