// The people before a held load, in a process of their own so that the asking takes nothing from the answering: so many read pages,
// ten send files, two print books. Prints as JSON what they met.
import { Agent, request } from 'node:http';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { seeded } from './data.ts';

const [base = '', seconds = '60', cookie = ''] = process.argv.slice(2);
const PEOPLE = { reading: 100, importing: 10, printing: 2 };
/** milliseconds between an answer and what the same person does next, at least and at most */
const PAUSES = { reading: [500, 1500], importing: [10_000, 30_000], printing: [0, 1000] } as const;
/** What was asked before is still answered. */
const until = performance.now() + Number(seconds) * 1000;
const round = '/khon-kaen/2565-2';
const codes = Array.from({ length: 25 }, (_, n) => String(4001 + n));

const agent = new Agent({ keepAlive: true, maxSockets: 200 });
interface Met {
	readonly status: number;
	readonly bytes: number;
	readonly milliseconds: number;
}

function ask(
	path: string,
	method = 'GET',
	body?: string,
	headers: Readonly<Record<string, string>> = {}
): Promise<Met> {
	const began = performance.now();
	return new Promise((resolve, reject) => {
		const common = { 'accept-encoding': 'gzip', accept: 'text/html,application/json', cookie, origin: base };
		const sent = request(base + path, { agent, method, headers: { ...common, ...headers } }, (answer) => {
			let bytes = 0;
			answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
			answer.once('error', reject);
			answer.once('end', () =>
				resolve({ status: answer.statusCode ?? 0, bytes, milliseconds: performance.now() - began })
			);
		});
		sent.once('error', reject);
		sent.end(body);
	});
}

const met = new Map<string, number[]>();
const faults: string[] = [];

async function note(kind: string, path: string, asked: Promise<Met>): Promise<void> {
	try {
		const { status, milliseconds } = await asked;
		if (status !== 200) faults.push(`${kind} ${path}: ${status}`);
		met.set(kind, [...(met.get(kind) ?? []), milliseconds]);
	} catch (error) {
		faults.push(`${kind} ${path}: ${(error as Error).message}`);
	}
}

type Random = () => number;
const pick = <T>(of: readonly T[], random: Random) => of[Math.floor(random() * of.length)] as T;

/** What people open, as often as it stands here. */
const pages: readonly ((random: Random) => readonly [kind: string, path: string])[] = [
	...Array.from({ length: 8 }, () => () => ['ranking', round] as const),
	...Array.from(
		{ length: 5 },
		() => (random: Random) => ['district', `${round}/districts/${pick(codes, random)}`] as const
	),
	(random) => ['indicator', `${round}/indicators/team/${pick(['1', '2', '5'], random)}`],
	(random) => ['indicator', `${round}/indicators/individual/${pick(['1', '7'], random)}`],
	() => ['heat', `${round}/heat`],
	() => ['owed', `${round}/owed`],
	() => ['submissions', `${round}/submissions`],
	() => ['compare', '/khon-kaen/compare?rounds=2565-1,2565-2'],
	() => ['agreement', `${round}/agreement`]
];

async function live(kind: keyof typeof PEOPLE, number: number, act: (random: Random) => Promise<void>): Promise<void> {
	const random = seeded(1000 * number + kind.length);
	const [least, most] = PAUSES[kind];
	const pause = () => wait(least + random() * (most - least));
	// nobody begins at the same moment
	await wait(random() * most);
	while (performance.now() < until) {
		await act(random);
		await pause();
	}
}

async function read(random: Random): Promise<void> {
	const [kind, path] = pick(pages, random)(random);
	await note(kind, path, ask(path));
}

let sent = 0;
async function send(random: Random, district: string): Promise<void> {
	sent += 1;
	const figure = () => (random() * 100).toFixed(2);
	const lines = ['plan_achievement_pct', 'budget_used_pct'].map(
		(input, n) => `${district},team,${2 - n},${input},${figure()}`
	);
	const file = ['district,section,indicator,input,value', ...lines, ''].join('\n');
	const headers = { 'content-type': 'text/csv', 'x-file-name': encodeURIComponent(`ผล-${district}-${sent}.csv`) };
	const path = `/api${round}/submissions`;
	await note('look at a file', path, ask(`${path}?preview=true`, 'POST', file, headers));
	await note('send a file', path, ask(path, 'POST', file, headers));
}

const print = (digits: string) => () => note('book', digits, ask(`${round}/reports/book.pdf?digits=${digits}`));

const many = (kind: keyof typeof PEOPLE, act: (number: number) => (random: Random) => Promise<void>) =>
	Array.from({ length: PEOPLE[kind] }, (_, number) => live(kind, number, act(number)));

await Promise.all([
	...many('reading', () => read),
	...many('importing', (number) => (random) => send(random, codes[number] ?? '')),
	...many('printing', (number) => print(number === 0 ? 'thai' : 'arabic'))
]);
agent.destroy();
console.log(JSON.stringify({ met: Object.fromEntries(met), faults }));
