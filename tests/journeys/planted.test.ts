// Words that people write and others read: names of files, senders and people, values, notes, reasons, titles of a letter. Whatever
// stands in them, pages show it as words, tables for spreadsheets hold no formula, and headers stay headers.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWatphon, type Watphon } from './open-watphon.ts';
import { askAll, sendRaw, type Answer } from './send-raw.ts';
import { kpi } from './sign-in.ts';

const live = 'khon-kaen/2565-2';
/** Markup, a formula, and what ends a quotation, an element and a line; a spreadsheet would run it. */
const planted = `=1+1<img src=x onerror=alert(1)>"'&\u202e;,`;

let watphon: Watphon;
let page: Page;
beforeAll(async () => {
	watphon = await openWatphon();
	page = await (await watphon.open()).newPage();
	await plant();
}, 180_000);
afterAll(() => watphon.close());

async function must(answer: Response, status: number): Promise<Response> {
	if (answer.status !== status)
		throw new Error(`${answer.url} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
	return answer;
}

async function post(path: string, body: FormData | URLSearchParams | string, status: number, headers = {}) {
	const common = { ...watphon.headers, origin: watphon.url, accept: 'text/html', ...headers };
	return await must(
		await fetch(watphon.url + path, { method: 'POST', redirect: 'manual', headers: common, body }),
		status
	);
}

async function run(...words: readonly string[]): Promise<void> {
	const env = { ...watphon.environment, USER: planted };
	const child = spawn(process.execPath, [...kpi, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (data: Buffer) => (said += data.toString('utf8')));
	const [code] = (await once(child, 'close')) as [number];
	if (code !== 0) throw new Error(`kpi ${words[0] ?? ''} ended with ${code}: ${said}`);
}

const sheet = (name: string, lines: readonly string[]) =>
	new File([`อำเภอ,ส่วน,ตัวชี้วัด,รายการ,ค่า\n${lines.join('\n')}\n`], name);

interface Result {
	readonly district: string;
	readonly section: string;
	readonly indicator: string;
	readonly stamp: string;
	readonly seen: number;
}

/** Another value than the one in force, with a note of each kind and a file. */
function draftOver(was: string): FormData {
	const draft = new FormData();
	for (const [key, value] of [
		['value.budget_used_pct', '90.5'],
		['note.5', planted],
		['note.all', planted]
	] as const) {
		draft.append(`was.${key}`, key.startsWith('value') ? was : '');
		draft.append(key, value);
	}
	draft.append('file.5', new File(['%PDF-1.4 '], `${planted}.pdf`));
	return draft;
}

/** Everything that takes words of somebody is given these. */
async function plant(): Promise<void> {
	const letter = join(watphon.folder, 'letter.yaml');
	const text = readFileSync(`data/agreements/${live}.yaml`, 'utf8');
	const bad = JSON.stringify(planted);
	const replaced = text
		.replace('title: ร้อยละของการใช้จ่ายเงินงบประมาณ', `title: ${bad}`)
		.replace('short: ใช้จ่ายงบประมาณ', `short: ${bad}`)
		.replace('label: ร้อยละการใช้จ่ายงบประมาณ', `label: ${bad}`);
	expect(replaced.split(bad)).toHaveLength(4);
	writeFileSync(letter, replaced);
	await run('agreement', 'add', letter);
	await run('rule', 'exempt', live, 'team/3', '--districts', '4003', '--reason', planted);

	// taken, with a name and a sender
	const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(`${planted}.csv`) };
	await post(`/api/${live}/submissions`, await sheet('a', ['4001,team,1,budget_used_pct,91.25']).text(), 200, {
		...headers,
		'x-sender': encodeURIComponent(planted)
	});
	// waiting, with values that are none
	const form = new FormData();
	const quoted = `"${planted.replaceAll('"', '""')}"`;
	form.append('sender', planted);
	form.append(
		'files',
		sheet(`${planted}.csv`, [`4002,team,1,budget_used_pct,${quoted}`, `${quoted},team,1,budget_used_pct,1`])
	);
	await post(`/${live}/submissions`, form, 303);
	// typed on the web, with a note, and sent
	await post(`/${live}/entry/4004/team/1/draft`, draftOver('96.5'), 200);
	const asked = await must(await fetch(`${watphon.url}/${live}/entry/4004/send`, { headers: watphon.headers }), 200);
	const [, stamp = ''] = /name="stamp" value="([^"]+)"/.exec(await asked.text()) ?? [];
	await post(`/${live}/entry/4004/send`, new URLSearchParams({ stamp, certified: 'yes' }), 303);
	await post(`/${live}/entry/4005/team/1/draft`, draftOver('95.5'), 200);
	// sent back, with a reason
	const decisions = await fetch(`${watphon.url}/api/${live}/decisions`, { headers: watphon.headers });
	const { results } = (await decisions.json()) as { readonly results: readonly Result[] };
	const some = results
		.slice(0, 3)
		.map(({ district, section, indicator, stamp, seen }) => ({ district, section, indicator, stamp, seen }));
	await post(`/api/${live}/decisions`, JSON.stringify({ kind: 'return', results: some, reason: planted }), 200, {
		'content-type': 'application/json'
	});
	// people by name and by group
	for (const [email, role, more] of [
		['viewer@office.example', 'viewer', ''],
		['group@office.example', 'work_group', planted.replaceAll(',', '')]
	] as const)
		await post(
			'/people?/invite',
			new URLSearchParams({ name: planted, email, role, province: 'khon-kaen', more, district: '' }),
			200
		);
}

const starts = [
	...[
		'/',
		'/people',
		'/journal',
		'/settings',
		'/account',
		`/${live}`,
		`/${live}/submissions/history`,
		`/${live}/journal`
	],
	...[`/${live}/entry/4005/team/1`, `/${live}/districts/4001/try`, `/api/${live}/rank`, `/api/${live}/decisions`]
];
/** Addresses that lead to the same page about something else, or looked at otherwise. */
const kindOf = (path: string) =>
	path
		.replace(/\?.*/, '')
		.replaceAll(/(?<=[/-])\d[\d.]*(?=[/.-]|$)|[0-9a-f]{24,}/g, '0')
		.replaceAll(/team|individual|competency/g, 'section');

/** Every page and file that links lead to from the first page on, one of each kind; documents are for printing. */
async function crawl(): Promise<ReadonlyMap<string, Answer>> {
	const found = new Map<string, Answer>();
	const kinds = new Set<string>();
	const waiting = [...starts];
	const look = async (path: string) => {
		const answer = await sendRaw(watphon.url, { method: 'GET', path }, watphon.headers);
		found.set(path, answer);
		for (const [, href = ''] of answer.bytes.toString('utf8').matchAll(/href="(\/[^"#]*)/g))
			if (!href.startsWith('/_app/')) waiting.push(href.replaceAll('&amp;', '&'));
	};
	while (waiting.length > 0) {
		const next = waiting.splice(0).filter((path, at, all) => {
			const kind = kindOf(path);
			if (all.indexOf(path) !== at || kinds.has(kind)) return false;
			if (/\.(?:pdf|zip|png)\b|as-of=|@|\/printing|^\/unnamed/.test(path)) return false;
			kinds.add(kind);
			return true;
		});
		await Promise.all(next.map(look));
	}
	return found;
}

/** What a browser would make of texts: elements and attributes of ours that were none. */
async function findMarkup(
	texts: readonly (readonly [path: string, text: string, type: string])[]
): Promise<readonly string[]> {
	return await page.evaluate((given) => {
		const isWrong = (text: string, type: string) => {
			const read = new DOMParser().parseFromString(text, type as DOMParserSupportedType);
			if (read.querySelector('parsererror, img[src="x"], [onerror]') !== null) return true;
			return [...read.querySelectorAll('script')].some(({ textContent }) => /<\/?(?:script|img)/i.test(textContent));
		};
		return given.filter(([, text, type]) => isWrong(text, type)).map(([path]) => path);
	}, texts);
}

const beginsFormula = /^[=+\-@\t\r\n]/;
const isFigure = /^-?[\d.,]+%?$|^-+$/;

let crawled: ReadonlyMap<string, Answer>;
test('pages show it as words', async () => {
	crawled = await crawl();
	expect(crawled.size).toBeGreaterThan(55);
	expect([...crawled].filter(([, { status }]) => status >= 500).map(([path]) => path)).toEqual([]);
	const pages = [...crawled].filter(([, { headers }]) => headers['content-type']?.startsWith('text/html'));
	const pictures = [...crawled].filter(([, { headers }]) => headers['content-type']?.startsWith('image/svg'));
	const showing = pages.filter(([, { bytes }]) => bytes.includes('onerror=alert(1)'));
	expect(showing.length).toBeGreaterThan(15);
	expect(pictures.length).toBeGreaterThan(3);
	const texts = (some: typeof pages, type: string) =>
		some.map(([path, { bytes }]) => [path, bytes.toString('utf8'), type] as const);
	expect(await findMarkup([...texts(pages, 'text/html'), ...texts(pictures, 'image/svg+xml')])).toEqual([]);
});

test('what pages are told as data stays data', () => {
	const data = [...crawled].filter(([, { headers }]) => headers['content-type'] === 'application/json');
	expect(data.length).toBeGreaterThan(1);
	for (const [, { bytes }] of data) expect(() => void JSON.parse(bytes.toString('utf8'))).not.toThrow();
});

test('tables for spreadsheets hold no formula', async () => {
	const isOf = (type: string) => [...crawled].filter(([, { headers }]) => headers['content-type']?.startsWith(type));
	const tables = isOf('text/csv');
	const books = isOf('application/vnd.openxmlformats');
	expect(tables.length).toBeGreaterThan(4);
	expect(books.length).toBeGreaterThan(4);
	let shown = 0;
	for (const [path, { bytes }] of tables) {
		const { data } = Papa.parse<string[]>(bytes.toString('utf8').replace(/^\ufeff/, ''));
		const cells = data.flat();
		shown += cells.filter((cell) => cell.includes('onerror')).length;
		expect(
			cells.filter((cell) => beginsFormula.test(cell) && !isFigure.test(cell)),
			path
		).toEqual([]);
	}
	expect(shown).toBeGreaterThan(3);
	for (const [path, { bytes }] of books) {
		const { sheets } = await readXlsx(bytes);
		const formulas = sheets.flatMap(({ cells }) =>
			[...(cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)
		);
		expect(formulas, path).toEqual([]);
	}
});

test('a file is saved under a name that is one, and headers are those of the program', () => {
	const named = [...crawled].flatMap(([path, { headers }]) => {
		const disposition = headers['content-disposition'];
		return disposition === undefined ? [] : [[path, disposition] as const];
	});
	expect(named.some(([, one]) => one.includes('onerror'))).toBe(true);
	const plain = /^(?:attachment|inline); filename="[^"\\/<>\p{Cc}]+"(?:; filename\*=UTF-8''[\w.!~%-]+)?$/u;
	expect(named.filter(([, one]) => !plain.test(one))).toEqual([]);
	const received = [...crawled].filter(([path]) => /\/submissions\/\d+\/(?:file|evidence\/)/.test(path));
	expect(received.length).toBeGreaterThan(0);
	for (const [path, { headers }] of received)
		expect([path, headers['content-type'], headers['x-content-type-options']]).toEqual([
			path,
			'application/octet-stream',
			'nosniff'
		]);
});

test('nothing of it wakes when a page does', async () => {
	const heard: string[] = [];
	page.on('dialog', (dialog) => {
		heard.push(dialog.message());
		void dialog.dismiss();
	});
	for (const path of [
		`/${live}`,
		`/${live}/submissions`,
		`/${live}/indicators/team/1`,
		`/${live}/review`,
		'/journal',
		'/people'
	]) {
		await page.goto(watphon.url + path);
		await page.mouse.wheel(0, 4000);
		expect([path, await page.locator('img[src="x"], [onerror]').count()]).toEqual([path, 0]);
	}
	expect(heard).toEqual([]);
});

test('the store holds it as it was written, and asks it nothing', async () => {
	expect(await askAll(watphon.url, watphon.headers, [{ method: 'GET', path: `/api/${live}/rank` }])).toEqual([]);
	await run('verify');
});
