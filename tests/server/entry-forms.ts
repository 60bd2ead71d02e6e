// Filling in forms of the web at the desk, as a browser would.
import type { Indicator } from '../../src/lib/agreement/schema.ts';
import type { App } from '../../src/lib/server/app.ts';
import type { PostedSheet, SavedSheet, SheetAt } from '../../src/lib/server/entry/desk.ts';
import { valueKey } from '../../src/lib/server/entry/fields.ts';
import type { SentEntry } from '../../src/lib/server/entry/review.ts';
import { round } from './with-store.ts';

export const chumPhae = '4005';
export const at: SheetAt = { round, district: chumPhae, section: 'team', indicator: '2' };
export const plan = 'plan_achievement_pct';
export const nothingElse = { files: [], drop: [] } as const;
export const actor = { who: 'สมหญิง' };

/** One field of the plan's form, typed over what stood there. */
export const typePlan = (text: string, was = ''): PostedSheet => ({
	...nothingElse,
	cells: [{ key: valueKey(plan), was, text }]
});

export const save = (
	app: App,
	posted: PostedSheet,
	by = 'สมหญิง',
	base: ReadonlyMap<string, string> = new Map(),
	where = at
): Promise<SavedSheet> => app.entry.save(where, posted, base, by);

export async function send(app: App, district = chumPhae, id = round): Promise<SentEntry> {
	const review = await app.entry.review(id, district);
	return await app.entry.send(id, district, { stamp: review?.stamp ?? '', actor, by: actor.who });
}

/** Something that can be typed for an input, within what the letter allows. */
export function fillIn({ inputs }: Indicator): readonly (readonly [input: string, text: string])[] {
	return Object.entries(inputs).map(([name, { type, min, max }], nth) => {
		const figure = String(min ?? Math.min(max ?? 50, 50));
		switch (type) {
			case 'bool':
				return [name, nth % 2 === 0 ? 'ใช่' : 'ไม่'];
			case 'date':
				return [name, '2022-04-10'];
			case 'datetime':
				return [name, '2022-04-10T16:30'];
			case 'list':
				return [name, '0.5; 90.25'];
			default:
				return [name, type === 'count' || min !== undefined ? figure : `${figure}.50`.replace('50.50', '0.50')];
		}
	});
}
