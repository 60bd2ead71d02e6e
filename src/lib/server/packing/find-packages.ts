// The packages that the built program runs with: those of its dependencies that its code names, and what these need in turn.
// What only builds or tests it does not come along.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const packageSchema = z.object({
	name: z.string(),
	version: z.string(),
	license: z.union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)]).default('?'),
	dependencies: z.record(z.string(), z.string()).default({}),
	optionalDependencies: z.record(z.string(), z.string()).default({})
});

export interface Package {
	readonly name: string;
	readonly version: string;
	/** as the package says it: `MIT` */
	readonly license: string;
	/** where it lies, from the project's folder: node_modules/zod */
	readonly folder: string;
}

const readPackage = (folder: string) =>
	packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));

/** Where a package finds another: in its own node_modules, or in those of the folders above. */
function resolve(root: string, from: string, name: string): string | null {
	for (let at = from; ; at = dirname(at)) {
		const folder = join(at, 'node_modules', name);
		if (existsSync(join(root, folder, 'package.json'))) return folder;
		if (at === '.') return null;
	}
}

/** Whether code takes something from a package, in whichever way it is written. */
const names = (code: string, name: string): boolean =>
	['"', "'"].some((quote) => code.includes(`${quote}${name}${quote}`) || code.includes(`${quote}${name}/`));

/** The program's own dependencies that its code, as it was built, still takes something from. */
function listNamed(root: string): readonly string[] {
	const code = globSync(['build/**/*.js', 'src/*.ts', 'src/lib/**/*.ts'], { cwd: root, exclude: ['build/client/**'] })
		.map((path) => readFileSync(join(root, path), 'utf8'))
		.join('\n');
	return Object.keys(readPackage(root).dependencies).filter((name) => names(code, name));
}

/** These packages with all that they need; throws where one that is needed is not installed. */
function gather(root: string, first: readonly string[]): readonly Package[] {
	const found = new Map<string, Package>();
	const wanted = first.map((name) => ({ name, from: '.', must: true }));
	for (const { name, from, must } of wanted) {
		const folder = resolve(root, from, name);
		if (folder === null && must) throw new Error(`${name} is not installed: run npm ci`);
		if (folder === null || found.has(folder)) continue;
		const { version, license, dependencies, optionalDependencies } = readPackage(join(root, folder));
		found.set(folder, { name, version, license, folder });
		for (const next of Object.keys(dependencies))
			wanted.push({ name: next, from: folder, must: !(next in optionalDependencies) });
		for (const next of Object.keys(optionalDependencies)) wanted.push({ name: next, from: folder, must: false });
	}
	return [...found.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** What has to come along; `others` are packages that no code names. */
export const findPackages = (root: string, others: readonly string[]): readonly Package[] =>
	gather(root, [...listNamed(root), ...others]);

/** Whatever a part of may stand in the built pages as well. */
export const findSources = (root: string, others: readonly string[]): readonly Package[] =>
	gather(root, [...Object.keys(readPackage(root).dependencies), ...others]);
