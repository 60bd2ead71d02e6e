// Every page, form, answer and file there is, as the sources say, and an address of each.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../src/routes', import.meta.url));

/** `GET`, `POST` of an answer or a page's only form, `POST take` of a form with a name. */
export function listActs(): readonly (readonly [route: string, act: string])[] {
	const found: (readonly [string, string])[] = [];
	for (const file of globSync('**/+{page,server,page.server}.{svelte,ts}', { cwd: root })) {
		const folder = file.replace(/\/?\+[^/]*$/, '');
		const route = `/${folder}`;
		const text = readFileSync(join(root, file), 'utf8');
		if (file.endsWith('+page.svelte')) found.push([route, 'GET']);
		if (file.endsWith('+server.ts') && !file.endsWith('+page.server.ts'))
			for (const [, method = ''] of text.matchAll(
				/export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g
			))
				found.push([route, method]);
		const [, actions = ''] = /export const actions(?:: Actions)? = \{\n(.*?)\n\}/s.exec(text) ?? [];
		for (const [, name = ''] of actions.matchAll(/^\t(\w+)(?::|,|\()/gm))
			found.push([route, name === 'default' ? 'POST' : `POST ${name}`]);
	}
	return found;
}

const values: Readonly<Record<string, string>> = {
	province: 'khon-kaen',
	section: 'team',
	number: '1',
	'number.json': '1',
	id: '0123456789abcdef01234567',
	token: 'x'.repeat(43),
	document: 'memo',
	sha: '0'.repeat(64),
	n: '1'
};

/** What stands in an address for a part of a route. Files are named as their route wants them. */
export function valueOf(route: string, name: string, round: string, code: string): string {
	if (name === 'round' || name === 'rounds') return round.split('/')[1] ?? '';
	if (name === 'code') return code;
	if (name === 'file') return route.includes('/owed/') ? 'line.txt' : 'ranking-team.csv';
	return values[name] ?? 'x';
}

/** An address of a route; that what it names is there does not matter to who may ask. */
export function addressOf(route: string, round: string, code: string): string {
	const path = route.replaceAll(/\[(\w+)\]/g, (_, name: string) => valueOf(route, name, round, code));
	return /\/compare(?:\.pdf)?$/.test(path) ? `${path}?rounds=${round.split('/')[1] ?? ''}` : path;
}
