// Accounts of a store and their sessions, as journeys need them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const kpi = ['--import', join(root, 'src/load-text.js'), join(root, 'src/kpi.ts')];
const password = 'ท่องจำไว้ในใจเสมอ';

/** As `kpi user add` takes them; a name and an e-mail are made up from the role. */
export interface Account {
	readonly email: string;
	readonly role: 'director' | 'work_group' | 'district' | 'viewer';
	readonly province?: string;
	readonly groups?: string;
	readonly district?: string;
}

export const theDirector: Account = { email: 'director@office.example', role: 'director' };

/** Makes an account in the store that the environment names; through its server where one is open. */
export async function addAccount(
	env: NodeJS.ProcessEnv,
	{ email, role, province, groups, district }: Account
): Promise<void> {
	const scope = [
		...['--province', province ?? 'khon-kaen'],
		...(groups === undefined ? [] : ['--groups', groups]),
		...(district === undefined ? [] : ['--district', district])
	];
	const words = ['user', 'add', email, '--name', `ผู้ทดสอบ ${role}`, '--role', role, ...scope];
	const run = spawn(process.execPath, [...kpi, ...words], { env, stdio: ['pipe', 'ignore', 'inherit'] });
	run.stdin.end(password);
	const [code] = (await once(run, 'close')) as [number];
	if (code !== 0) throw new Error(`no account for ${email}: kpi user ended with ${code}`);
}

export interface SessionCookie {
	readonly name: string;
	readonly value: string;
	readonly url: string;
}

/** Signs in as the page's form does. */
export async function signIn(url: string, email: string): Promise<SessionCookie> {
	const answer = await fetch(`${url}/sign-in`, {
		method: 'POST',
		headers: { origin: url, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ email, password }),
		redirect: 'manual'
	});
	const [pair = ''] = (answer.headers.getSetCookie().at(-1) ?? '').split(';');
	const cut = pair.indexOf('=');
	if (answer.status !== 303 || cut < 1) throw new Error(`${email} could not sign in: ${answer.status}`);
	return { name: pair.slice(0, cut), value: pair.slice(cut + 1), url };
}

export const cookieHeader = ({ name, value }: SessionCookie): string => `${name}=${value}`;
