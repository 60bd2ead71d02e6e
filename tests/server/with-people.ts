// People for tests: a first director who came in by the link that the server prints, and browsers that hold their cookies.
import type { App } from '../../src/lib/server/app.ts';
import type { SignInAnswer, Whence } from '../../src/lib/server/people/door.ts';
import { actorOf, type Actor, type Person } from '../../src/lib/server/people/visitor.ts';

export const password = 'ม้าเหล็กลายดอกไม้';
export const director = { name: 'สมหญิง', email: 'somying@office.example', province: 'khon-kaen', password };

export const from = (address = '10.0.0.1', cookie = ''): Whence => ({
	address,
	headers: new Headers({
		'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0',
		...(cookie === '' ? {} : { cookie })
	})
});

/** The cookie header that a browser sends after an answer; throws where it was refused. */
export function cookieOf(answer: SignInAnswer): string {
	if (answer.kind === 'refused') throw new Error(answer.message);
	return answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

export const tokenOf = (path: string | null) => path?.replace('/join/', '') ?? '';

export async function makeDirector(
	app: App
): Promise<{ readonly cookie: string; readonly by: Actor; readonly person: Person }> {
	const cookie = cookieOf(await app.people.join(tokenOf(await app.people.firstLink()), director, from()));
	const me = await app.people.personOf(new Headers({ cookie }));
	if (me === null) throw new Error('the first director is not signed in');
	return { cookie, by: actorOf({ kind: 'person', person: me.person }), person: me.person };
}

export const district = {
	name: 'สพอ.น้ำพอง',
	email: 'namphong@office.example',
	role: 'district',
	province: 'khon-kaen',
	groups: [],
	district: '4007'
} as const;

/** Somebody invited who has come in. */
export async function bring(app: App, by: Actor, given: Parameters<App['people']['invite']>[1]): Promise<string> {
	const { path } = await app.people.invite(by, given);
	return cookieOf(await app.people.join(tokenOf(path), { name: given.name, password }, from('10.0.0.7')));
}

export const whoIs = async (app: App, cookie: string): Promise<string | null> =>
	(await app.people.personOf(new Headers({ cookie })))?.person.name ?? null;
