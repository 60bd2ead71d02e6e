import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '$lib/components/form-text.ts';
import { getApp } from '$lib/server/app.ts';
import { bangkokTime } from '$lib/server/clock.ts';
import { nameBrowser } from '$lib/server/people/name-browser.ts';
import { judgeRepeated, leastLetters } from '$lib/server/people/password-rules.ts';
import { peopleWords, roleHelp, roleWords } from '$lib/server/people/sentences.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { nameOver } from '../name-over.ts';
import { whenceOf } from '../whence.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const local = (iso: string) => bangkokTime(new Date(iso));

const done = {
	password: 'เปลี่ยนรหัสผ่านแล้ว เครื่องอื่นทุกเครื่องต้องเข้าสู่ระบบใหม่',
	ended: 'ให้เครื่องนั้นออกจากระบบแล้ว',
	others: 'ให้เครื่องอื่นทุกเครื่องออกจากระบบแล้ว'
} as const;
type Done = keyof typeof done;
const isDone = (text: string): text is Done => Object.hasOwn(done, text);
const to = (said: Done) => redirect(303, `/account?done=${said}`);

/** Who is signed in; others are asked to. The demo has no account. */
async function mustBeSignedIn({ request }: Pick<RequestEvent, 'request'>) {
	const { people } = await getApp();
	const me = await people.personOf(request.headers);
	return me ?? redirect(303, '/sign-in?back=/account');
}

export const load: PageServerLoad = async ({ request, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { people } = await getApp();
	const { person, sessionId } = await mustBeSignedIn({ request });
	const sessions = await people.sessions(person.id);
	const told = url.searchParams.get('done') ?? '';
	return {
		me: { ...person, role: roleWords[person.role], help: roleHelp[person.role], over: nameOver(person) },
		sessions: sessions.map(({ id, since, seen, address, browser }) => ({
			id,
			since: local(since),
			seen: local(seen),
			address,
			browser: nameBrowser(browser),
			here: id === sessionId
		})),
		leastLetters,
		done: isDone(told) ? done[told] : null
	};
};

export const actions: Actions = {
	password: async (event) => {
		const { people } = await getApp();
		const me = await mustBeSignedIn(event);
		const form = await event.request.formData();
		// spaces at the ends of a password are part of it
		const [present, next, again] = ['present', 'password', 'again'].map((name) => {
			const value = form.get(name);
			return typeof value === 'string' ? value : '';
		});
		try {
			judgeRepeated(next ?? '', again ?? '');
			await people.changePassword(me, { present: present ?? '', next: next ?? '' }, whenceOf(event));
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return fail(422, { wrong: Object.fromEntries(error.problems.map(({ code, message }) => [code, message])) });
		}
		return to('password');
	},
	end: async (event) => {
		const { people } = await getApp();
		const { person } = await mustBeSignedIn(event);
		const ended = await people.end(person.id, { only: textOf(await event.request.formData(), 'id') });
		return ended ? to('ended') : fail(409, { wrong: { id: peopleWords.noSuchSession } });
	},
	others: async (event) => {
		const { people } = await getApp();
		const { person, sessionId } = await mustBeSignedIn(event);
		await people.end(person.id, { except: sessionId });
		return to('others');
	}
};
