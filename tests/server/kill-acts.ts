// What people do to a store at the same time; every act carries a tag by which it is known afterwards.
import { scoreKey } from '../../src/lib/ranking/round.ts';
import type { App } from '../../src/lib/server/app.ts';
import { atTerminal } from '../../src/lib/server/people/visitor.ts';
import type { ChosenResult } from '../../src/lib/server/rounds/way-desk.ts';
import { mustBe } from '../demo/load-demo.ts';
import { backUp, office } from './backed-up.ts';
import { at as sheet, nothingElse, save, typePlan } from './entry-forms.ts';
import { origin } from './published.ts';
import { planFile, round, whose } from './with-store.ts';

export interface Doing {
	readonly app: App;
	/** below 1, at least 0 */
	readonly random: () => number;
	/** unlike any other of these kills */
	readonly tag: string;
	/** a percent with six decimals, as unlike */
	readonly figure: string;
	/** where backups go */
	readonly usb: string;
	/** says what is asked for, right before it is */
	readonly begin: (of: string) => void;
}

/** Gives what was promised; null where nothing was asked for, or it was not taken. */
type Act = (doing: Doing) => Promise<string | null>;

const by = atTerminal('ผู้ทดสอบ');
const pick = <One>(all: readonly One[], random: () => number): One => mustBe(all[Math.floor(random() * all.length)]);
/** Districts whose values come by file, and those that fill them in themselves. */
const sending = ['4001', '4002', '4003', '4004'];
export const filling = ['4006', '4007'];

/** Results that nobody has decided on yet, as they are looked at now. */
async function listUndecided(app: App): Promise<readonly ChosenResult[]> {
	const { sent, stamps } = await app.way.look(round);
	const { way } = mustBe(await app.round(round));
	const keys = [...sent.keys()].filter((key) => way.get(key)?.kind === 'sent');
	return keys.map((key) => {
		const [district = '', section = '', indicator = ''] = key.split('/');
		return { district, section, indicator, stamp: stamps.get(key) ?? '', seen: 0 };
	});
}

const decide =
	(kind: 'approve' | 'return'): Act =>
	async ({ app, random, tag, begin }) => {
		const waiting = await listUndecided(app);
		if (waiting.length === 0) return null;
		const results = [pick(waiting, random)];
		begin(results.map(scoreKey).join());
		const decided = await app.way.decide(round, { kind, results, reason: tag, actor: by, groups: null });
		return decided.kind === 'decided' ? String(decided.line) : null;
	};

/** Of somebody who has an account, not blocked or blocked. */
const manage =
	(states: readonly string[], work: (app: App, id: string, doing: Doing) => Promise<unknown>): Act =>
	async (doing) => {
		const lines = (await doing.app.people.list(by)).filter(({ state }) => states.includes(state));
		if (lines.length === 0) return null;
		const { person } = pick(lines, doing.random);
		doing.begin(person.id);
		await work(doing.app, person.id, doing);
		return person.id;
	};

const someone = (name: string, district: string) =>
	({ name, role: 'district', province: 'khon-kaen', groups: [], district }) as const;

export const acts = {
	async import({ app, random, tag, figure, begin }) {
		const districts = sending.slice(0, 1 + Math.floor(random() * sending.length));
		const files = districts.map((district) => planFile(`${tag}-${district}.csv`, district, figure));
		begin(districts.join());
		const { accepted, receipts } = await app.importArriving(files, whose);
		return accepted ? receipts.map(({ number }) => number).join() : null;
	},
	async hold({ app, random, tag, figure, begin }) {
		const file = planFile(`${tag}.csv`, pick(sending, random), figure);
		begin('');
		return (await app.imports.hold([file], { round, sender: 'สพอ.', district: null })).id;
	},
	async take({ app, random, begin }) {
		const waiting = await app.imports.waiting(round);
		if (waiting.length === 0) return null;
		const { id } = pick(waiting, random);
		const shown = await app.imports.preview(round, id);
		begin(id);
		const wish = { stamp: shown?.preview.stamp ?? '', partly: false, actor: by };
		return (await app.imports.take(round, id, wish)).kind === 'taken' ? id : null;
	},
	async draft({ app, random, tag, figure, begin }) {
		const district = pick(filling, random);
		const was = (await app.entry.draft(round, district))?.sheets['team/2']?.cells['value.plan_achievement_pct']?.text;
		const proof = { outcome: null, name: `${tag}.pdf`, bytes: new TextEncoder().encode(`%PDF-1.4 ${tag}`) };
		const posted = { ...typePlan(figure, was ?? ''), files: random() < 0.5 ? [proof] : nothingElse.files };
		begin(`${district} ${figure}`);
		// of more than five files of proof the last are left out
		const { clashes } = await save(app, posted, 'สมหญิง', new Map(), { ...sheet, district });
		return clashes.length === 0 ? district : null;
	},
	async send({ app, random, begin }) {
		const district = pick(filling, random);
		const review = await app.entry.review(round, district);
		if (review === null) return null;
		begin(`${district} ${review.draft.sheets['team/2']?.cells['value.plan_achievement_pct']?.text ?? ''}`);
		const sent = await app.entry.send(round, district, { stamp: review.stamp, actor: by, by: by.who });
		return sent.kind === 'sent' ? String(sent.receipt.number) : null;
	},
	approve: decide('approve'),
	return: decide('return'),
	async rule({ app, tag, begin }) {
		begin('X94');
		const ruling = { reading: 'X94', indicator: 'individual/7', take: { kind: 'recommended' } } as const;
		await app.rule(round, [ruling], { ...by, reason: tag });
		return 'X94';
	},
	async publish({ app, tag, begin }) {
		const results = await listUndecided(app);
		if (results.length > 0)
			await app.way.decide(round, { kind: 'approve', results, reason: '', actor: by, groups: null });
		const { stamp, obstacles } = await app.editions.prepare(round);
		if (obstacles.length > 0) return null;
		begin('');
		return (await app.editions.publish(round, { reason: tag, stamp, origin, actor: by })).code;
	},
	async print({ app, random, begin }) {
		begin('');
		const request = random() < 0.7 ? ({ kind: 'memo' } as const) : ({ kind: 'district', district: '4001' } as const);
		return String((await app.document(round, request, null)).bytes.byteLength);
	},
	async backup({ app, usb, begin }) {
		begin('');
		return (await backUp(app, usb)).file;
	},
	async office({ app, tag, begin }) {
		begin('');
		await app.saveOffice({ ...office, document_number: tag }, by);
		return tag;
	},
	async invite({ app, tag, begin }) {
		begin('');
		const email = `${tag}@office.example`;
		return (await app.people.invite(by, { ...someone(tag, '4001'), email })).person.id;
	},
	change: manage(['invited', 'active'], (app, id, { tag }) => app.people.change(by, id, someone(tag, '4002'), null)),
	block: manage(['invited', 'active'], (app, id) => app.people.block(by, id)),
	unblock: manage(['blocked'], (app, id) => app.people.unblock(by, id))
} satisfies Record<string, Act>;
export type ActName = keyof typeof acts;

/** Who does what, each one thing after the other. */
const hands: readonly (readonly ActName[])[] = [
	['draft', 'draft', 'send'],
	['import', 'hold', 'take', 'approve', 'return', 'rule'],
	['invite', 'change', 'block', 'unblock']
];

/** Who is at work when an act is to be hit: two of them, that act done more often than others; some acts are done only then. */
export function handsFor(aim: string): readonly (readonly ActName[])[] {
	const [known] = Object.keys(acts).filter((name) => name === aim) as ActName[];
	if (known === undefined) return hands;
	const [filling = [], receiving = [], managing = []] = hands;
	if (filling.includes(known)) return [[...filling, known], receiving];
	if (receiving.includes(known)) return [filling, [...receiving, known, known, known]];
	return [receiving, managing.includes(known) ? [...managing, known, known] : [known]];
}
