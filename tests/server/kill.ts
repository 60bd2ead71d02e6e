// Kills a process that does what people do, and looks at the store it leaves.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { App } from '../../src/lib/server/app.ts';
import { checkBackup } from '../../src/lib/server/backup/restore.ts';
import { atTerminal } from '../../src/lib/server/people/visitor.ts';
import type { JournalLine } from '../../src/lib/server/store/acts.ts';
import { entriesInForce } from '../../src/lib/server/store/stored-entries.ts';
import { verifyStore } from '../../src/lib/server/store/verify.ts';
import { mustBe } from '../demo/load-demo.ts';
import { tellRound } from './backed-up.ts';
import { filling, type ActName } from './kill-acts.ts';
import type { Said } from './kill-loop.ts';
import { round, withApp } from './with-store.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export interface Kill {
	readonly folder: string;
	readonly usb: string;
	readonly seed: number;
	/** killed so many milliseconds after this act began; from the start of the process where null */
	readonly aim: ActName | null;
	readonly after: number;
}

/** All that the process said before it was killed. */
export async function killOnce({ folder, usb, seed, aim, after }: Kill): Promise<readonly Said[]> {
	const words = [path('kill-loop.ts'), folder, usb, String(seed), ...(aim === null ? [] : [aim])];
	const child = spawn(process.execPath, ['--import', path('../../src/load-text.js'), ...words]);
	let said = '';
	let failed = '';
	let aimed = false;
	const soon = () => {
		aimed = true;
		setTimeout(() => child.kill('SIGKILL'), after);
	};
	child.stderr.setEncoding('utf8').on('data', (text: string) => (failed += text));
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		said += text;
		if (!aimed && aim !== null && said.includes(`{"on":"begin","act":"${aim}"`)) soon();
	});
	if (aim === null) soon();
	// where the act never comes
	const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
	const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
	clearTimeout(late);
	expect([failed, code, signal]).toEqual(['', null, 'SIGKILL']);
	// the last line may be half of one
	const lines = said.split('\n').slice(0, -1);
	return lines.map((line) => JSON.parse(line) as Said | { on: 'open' }).filter((one) => one.on !== 'open');
}

/** The words by which a line of the journal may be known. */
function tagsOf(line: JournalLine): readonly string[] {
	if ('files' in line.what)
		return [...new Set(line.what.files.map(({ file }) => file.replace(/(?:-\d{4})?\.csv$/, '')))];
	// a first edition has no reason; who published it was told its code
	if (line.act === 'publish') return [line.what.reason ?? line.what.code];
	if ('reason' in line.what) return [line.what.reason ?? ''];
	return line.act === 'person' && ['invite', 'change'].includes(line.what.did) ? [line.what.name] : [];
}

const journalled: readonly ActName[] = ['import', 'approve', 'return', 'rule', 'publish', 'invite', 'change'];

interface Asked {
	readonly act: ActName;
	readonly tag: string;
	readonly of: string;
	readonly promised: string | null;
	readonly refused: boolean;
}

/** Acts in the order in which they were asked for. */
function listAsked(said: readonly Said[]): readonly Asked[] {
	const ends = new Map(said.filter(({ on }) => on !== 'begin').map((one) => [one.tag, one]));
	return said
		.filter(({ on }) => on === 'begin')
		.map(({ act, tag, of }) => {
			const end = ends.get(tag);
			return { act, tag, of, promised: end?.on === 'done' ? end.of : null, refused: end?.on === 'refused' };
		});
}

/** Acts that are asked for once, and are in the journal once where they were promised; never where they were refused. */
function checkJournal(lines: readonly JournalLine[], asked: readonly Asked[]): void {
	const found = new Map<string, number>();
	for (const tag of lines.flatMap(tagsOf)) found.set(tag, (found.get(tag) ?? 0) + 1);
	for (const { act, tag, promised, refused } of asked.filter((one) => journalled.includes(one.act))) {
		const times = found.get(tag) ?? found.get(promised ?? '') ?? 0;
		if (promised !== null) expect([act, tag, times]).toEqual([act, tag, 1]);
		else expect(refused ? [0] : [0, 1]).toContain(times);
	}
}

/** What waits, waits until it is taken, and then no more. */
async function checkWaiting(app: App, lines: readonly JournalLine[], asked: readonly Asked[]): Promise<void> {
	const waiting = new Set((await app.imports.waiting(round)).map(({ id }) => id));
	const tags = new Set(lines.flatMap(tagsOf));
	for (const { tag, promised: id } of asked.filter((one) => one.act === 'hold' && one.promised !== null)) {
		const takes = asked.filter((one) => one.act === 'take' && one.of === id);
		const taken = takes.some((one) => one.promised !== null);
		const maybe = takes.some((one) => one.promised === null && !one.refused);
		// taken and not waiting, or waiting and not taken
		expect([tag, waiting.has(mustBe(id))]).toEqual([tag, !tags.has(tag)]);
		if (!maybe) expect([tag, tags.has(tag)]).toEqual([tag, taken]);
	}
}

/** What was typed last is in the draft until it is sent, and then in force and no draft any more. */
async function checkDrafts(app: App, asked: readonly Asked[]): Promise<void> {
	const entries = await app.withStore((store) => entriesInForce(store.connection(), round));
	for (const district of filling) {
		const draft = (await app.entry.draft(round, district))?.sheets['team/2']?.cells['value.plan_achievement_pct']?.text;
		const force = entries.find((one) => one.district === district && one.input === 'plan_achievement_pct')?.text;
		const own = asked.filter(({ act, of }) => (act === 'draft' || act === 'send') && of.startsWith(district));
		const typed = own.filter((one) => one.act === 'draft' && !one.refused);
		const sent = own.filter((one) => one.act === 'send' && !one.refused);
		const textOf = (one: Asked | undefined) => one?.of.split(' ')[1];
		const last = typed.findLast(({ promised }) => promised !== null);
		// the last that was promised, or any that was cut off since
		const mayBe = last === undefined ? [] : typed.slice(typed.indexOf(last)).map(textOf);
		expect([district, draft === undefined || draft !== force]).toEqual([district, true]);
		if (last !== undefined) expect(mayBe).toContain(draft ?? force);
		const promised = sent.findLast((one) => one.promised !== null);
		if (promised !== undefined) expect(sent.slice(sent.indexOf(promised)).map(textOf)).toContain(force);
	}
}

/** Whoever was invited is there, as they were last changed. */
async function checkPeople(app: App, asked: readonly Asked[]): Promise<void> {
	if (!asked.some(({ act }) => act === 'invite')) return;
	const people = new Map((await app.people.list(atTerminal('ผู้ทดสอบ'))).map(({ person }) => [person.id, person]));
	for (const { promised: id } of asked.filter((one) => one.act === 'invite' && one.promised !== null)) {
		const person = mustBe(people.get(mustBe(id)));
		const own = asked.filter(
			(one) => ['change', 'block', 'unblock'].includes(one.act) && one.of === id && !one.refused
		);
		if (own.some((one) => one.promised === null)) continue;
		expect(person.blocked).toBe(own.findLast(({ act }) => act !== 'change')?.act === 'block');
		const changed = own.findLast(({ act }) => act === 'change');
		if (changed !== undefined) expect(person).toMatchObject({ name: changed.tag, district: '4002' });
	}
}

/** A backup that was promised is whole; of one that was not there is nothing under a name that people would take for one. */
async function checkBackups(usb: string, asked: readonly Asked[]): Promise<void> {
	const made = asked
		.filter((one) => one.act === 'backup' && one.promised !== null)
		.map(({ promised }) => mustBe(promised));
	const there = (await readdir(usb)).filter((name) => name.endsWith('.tar')).map((name) => join(usb, name));
	for (const file of made) expect(there).toContain(file);
	for (const file of there.slice(-1)) await checkBackup(file);
}

/** The ranking of a store that has journal and archive alone. */
async function tellFromJournal(folder: string, beside: string): Promise<string> {
	await rm(beside, { recursive: true, force: true });
	await mkdir(beside);
	const parts = ['journal.jsonl', 'archive', 'office', 'office.yaml'];
	for (const part of parts.filter((name) => existsSync(join(folder, name))))
		await cp(join(folder, part), join(beside, part), { recursive: true });
	return await withApp(beside, async (app) => tellRound(mustBe(await app.round(round))));
}

/** Half of the settings may be saved: they are files that people also edit by hand, and the journal says so. */
const ofSettings = ['office_altered', 'office_missing'];

/**
 * Proves a store after a kill; `said` is all that was ever said of it. `beside`: its ranking is compared as well with that of a
 * store that has only its journal and archive. Gives what had to be put right.
 */
export async function checkStore(
	folder: string,
	usb: string,
	said: readonly Said[],
	beside: boolean
): Promise<readonly string[]> {
	const asked = listAsked(said);
	const { told, notices } = await withApp(folder, async (app) => {
		const { problems } = await app.withStore(verifyStore);
		const saving = asked.findLast((one) => one.act === 'office')?.promised === null;
		expect(problems.filter(({ code }) => !saving || !ofSettings.includes(code))).toEqual([]);
		const lines = await app.withStore((store) => Promise.resolve(store.lines()));
		checkJournal(lines, asked);
		await checkWaiting(app, lines, asked);
		await checkDrafts(app, asked);
		await checkPeople(app, asked);
		const published = asked.findLast((one) => one.act === 'publish' && one.promised !== null)?.promised;
		if (beside && published != null) expect((await app.editions.verify(published)).view.edition.code).toBe(published);
		return {
			told: beside ? tellRound(mustBe(await app.round(round))) : '',
			notices: app.notices.map(({ code }) => code)
		};
	});
	await checkBackups(usb, asked);
	const left = (await readdir(folder, { recursive: true })).filter((name) =>
		/\.(?:part|begun|new)$|unfinished/.test(name)
	);
	expect(left).toEqual([]);
	if (beside) expect(await tellFromJournal(folder, `${folder}-beside`)).toBe(told);
	return notices;
}
