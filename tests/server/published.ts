// A round brought to where it can be published: what is sent is approved, then frozen.
import type { App } from '../../src/lib/server/app.ts';
import type { EditionHead } from '../../src/lib/ranking/way.ts';
import { mustBe } from '../demo/load-demo.ts';
import { round } from './with-store.ts';

export const origin = 'https://kpi.example';

/** Approves all that waits for it. */
export async function approveAll(app: App, id = round): Promise<void> {
	const { sent, stamps } = await app.way.look(id);
	const { way } = mustBe(await app.round(id));
	const results = [...sent.keys()]
		.filter((key) => way.get(key)?.kind === 'sent')
		.map((key) => {
			const [district = '', section = '', indicator = ''] = key.split('/');
			return { district, section, indicator, stamp: stamps.get(key) ?? '', seen: 0 };
		});
	if (results.length === 0) return;
	const wish = { kind: 'approve', results, reason: '', actor: { who: 'ประสาน' }, groups: null } as const;
	const decided = await app.way.decide(id, wish);
	if (decided.kind !== 'decided') throw new Error('somebody else decided meanwhile');
}

/** Publishes what stands, as somebody does who has just looked at it. */
export async function publish(app: App, reason = '', id = round): Promise<EditionHead> {
	await approveAll(app, id);
	const { stamp } = await app.editions.prepare(id);
	return await app.editions.publish(id, { reason, stamp, origin, actor: { who: 'หัวหน้า' } });
}
