// A store opened by a process whose disk is filled and emptied from outside: does what it is told, line by line, and says what came
// of it. Run by full-disk.test.ts.
import process from 'node:process';
import { createInterface } from 'node:readline';
import { openApp } from '../../src/lib/server/app.ts';
import { Refusal } from '../../src/lib/server/refusal.ts';
import { atTerminal } from '../../src/lib/server/people/visitor.ts';
import { verifyStore } from '../../src/lib/server/store/verify.ts';
import { mustBe } from '../demo/load-demo.ts';
import { tellRound } from './backed-up.ts';
import { valueKey } from '../../src/lib/server/entry/fields.ts';
import { chumPhae, plan, save, send, typePlan } from './entry-forms.ts';
import { publish } from './published.ts';
import { planFile, round, whose } from './with-store.ts';

const app = await openApp(process.argv[2] ?? '');
let count = 0;

const someone = { role: 'district', province: 'khon-kaen', groups: [], district: '4001' } as const;
const tasks: Readonly<Record<string, () => Promise<unknown>>> = {
	async import() {
		count += 1;
		return (await app.importArriving([planFile(`${count}.csv`, '4001', `50.${count}`)], whose)).accepted;
	},
	rule: () =>
		app.rule(round, [{ reading: 'X94', indicator: 'individual/7', take: { kind: 'recommended' } }], {
			...{ who: 'สมหมาย', reason: 'มติคณะกรรมการ' }
		}),
	publish: () => publish(app, 'แก้ไข'),
	async draft() {
		count += 1;
		const was = (await app.entry.draft(round, chumPhae))?.sheets['team/2']?.cells[valueKey(plan)]?.text;
		return await save(app, typePlan(String(60 + count), was));
	},
	send: () => send(app),
	invite() {
		count += 1;
		const email = `person${count}@office.example`;
		return app.people.invite(atTerminal('ผู้ทดสอบ'), { ...someone, name: `ผู้ทดสอบ ${count}`, email });
	},
	people: async () => (await app.people.list(atTerminal('ผู้ทดสอบ'))).length,
	lines: () => app.withStore((store) => Promise.resolve(store.head().n)),
	look: async () => tellRound(mustBe(await app.round(round))),
	drafts: async () => (await app.entry.drafts(round)).length,
	verify: async () => (await app.withStore(verifyStore)).problems.map(({ code }) => code)
};

const say = (said: unknown) => process.stdout.write(`${JSON.stringify(said)}\n`);
say('open');
for await (const task of createInterface({ input: process.stdin })) {
	try {
		say({ done: (await tasks[task]?.()) ?? null });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		say({ refused: error.problems.map(({ code, message }) => [code, message]) });
	}
}
await app.close();
