// Passwords at rest: Argon2id, in the PHC form that names its own parameters, so that they can be raised later.
import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { refuse } from '../refusal.ts';
import { peopleWords } from './sentences.ts';

export interface Cost {
	/** KiB */
	readonly memory: number;
	readonly passes: number;
	readonly lanes: number;
}

/** What OWASP asks at least: 19 MiB, two passes, one lane. */
export const presentCost: Cost = { memory: 19_456, passes: 2, lanes: 1 };

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);

/** Each takes 19 MiB and a thread for a moment: a crowd at the door waits its turn, and beyond that is sent away. */
const mostAtOnce = 2;
const mostWaiting = 32;
let running = 0;
const waiting: (() => void)[] = [];

async function inLane<Answer>(work: () => Promise<Answer>): Promise<Answer> {
	if (running >= mostAtOnce) {
		if (waiting.length >= mostWaiting) throw refuse('busy', peopleWords.busy);
		await new Promise<void>((resolve) => waiting.push(resolve));
	} else running += 1;
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next === undefined) running -= 1;
		else next();
	}
}

/** The same text typed on another machine may come in other code points. */
const plain = (password: string) => Buffer.from(password.normalize('NFKC'), 'utf8');

async function deriveKey(password: string, salt: Buffer, length: number, cost: Cost): Promise<Buffer> {
	const { memory, passes, lanes } = cost;
	return await inLane(() =>
		derive('argon2id', {
			message: plain(password),
			nonce: salt,
			parallelism: lanes,
			tagLength: length,
			memory,
			passes
		})
	);
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

export async function hashPassword(password: string, cost: Cost = presentCost): Promise<string> {
	const salt = randomBytes(16);
	const key = await deriveKey(password, salt, 32, cost);
	const { memory, passes, lanes } = cost;
	return `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${unpadded(salt)}$${unpadded(key)}`;
}

const phc = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

interface Written {
	readonly cost: Cost;
	readonly salt: Buffer;
	readonly key: Buffer;
}

function readPhc(text: string): Written | null {
	const [, memory, passes, lanes, salt, key] = phc.exec(text) ?? [];
	if (salt === undefined || key === undefined) return null;
	return {
		cost: { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) },
		salt: Buffer.from(salt, 'base64'),
		key: Buffer.from(key, 'base64')
	};
}

/** A text that is no hash of ours takes as long as one that is, and is never right. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
	const written = readPhc(hash);
	if (written === null) {
		await hashPassword(password);
		return false;
	}
	const { cost, salt, key } = written;
	return timingSafeEqual(await deriveKey(password, salt, key.length, cost), key);
}

/** Whether it was made with other parameters than today's. */
export function isOutdated(hash: string): boolean {
	const cost = readPhc(hash)?.cost;
	return cost?.memory !== presentCost.memory || cost.passes !== presentCost.passes || cost.lanes !== presentCost.lanes;
}
