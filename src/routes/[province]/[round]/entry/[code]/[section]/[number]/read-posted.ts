// The form as it was sent, by a press or by itself while somebody types.
import type { Indicator } from '$lib/agreement/schema.ts';
import type { PostedSheet } from '$lib/server/entry/desk.ts';
import { listLevels, noteKey, ticked, tickKey, valueKey } from '$lib/server/entry/fields.ts';
import { notDoneWord } from '$lib/submission/entered/write-field.ts';

/** Longer texts are none that the letter asks for; the store is kept from them. */
const mostLetters = 5000;

const textOf = (form: FormData, name: string): string | null => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim().slice(0, mostLetters) : null;
};

/** What was chosen where two people had changed a field: theirs is what the form shows as having been there. */
function chosen(form: FormData, key: string, was: string, text: string) {
	return { key, was, text: form.get(`pick.${key}`) === 'theirs' ? was : text };
}

export async function readPosted(form: FormData, indicator: Indicator): Promise<PostedSheet> {
	const cells = Object.keys(indicator.inputs).flatMap((input) => {
		const key = valueKey(input);
		const was = textOf(form, `was.${key}`);
		if (was === null) return [];
		const typed = textOf(form, key) ?? '';
		const text = typed === '' && form.has(`not.${key}`) ? notDoneWord : typed;
		return [chosen(form, key, was, text)];
	});
	const levels = listLevels(indicator);
	for (const { level } of levels) {
		for (const key of [tickKey(level), noteKey(level)]) {
			const was = textOf(form, `was.${key}`);
			if (was === null) continue;
			const text = key === tickKey(level) ? (form.has(key) ? ticked : '') : (textOf(form, key) ?? '');
			cells.push(chosen(form, key, was, text));
		}
	}
	const files = levels.flatMap(({ level, outcome }) =>
		form
			.getAll(`file.${level}`)
			// A form sent without a choice carries one nameless empty file.
			.filter((file): file is File => file instanceof File && (file.name !== '' || file.size > 0))
			.map((file) => ({ outcome, file }))
	);
	return {
		cells,
		files: await Promise.all(
			files.map(async ({ outcome, file }) => ({
				outcome,
				name: file.name,
				bytes: new Uint8Array(await file.arrayBuffer())
			}))
		),
		drop: form.getAll('drop').flatMap((one) => {
			const [name = '', sha256 = ''] = typeof one === 'string' ? one.split('|') : [];
			const level = levels.find((candidate) => candidate.level === name);
			return level === undefined ? [] : [{ outcome: level.outcome, sha256 }];
		})
	};
}
