import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '$lib/components/form-text.ts';
import { getApp, type App } from '$lib/server/app.ts';
import { bangkokTime } from '$lib/server/clock.ts';
import type { LinkMade } from '$lib/server/people/invitations.ts';
import type { PersonLine } from '$lib/server/people/roster.ts';
import { roleHelp, roleWords, stateWords } from '$lib/server/people/sentences.ts';
import { actorOf, roles, type Visitor } from '$lib/server/people/visitor.ts';
import { findProvinceNamed, listProvinces } from '$lib/server/places.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { nameOver } from '../name-over.ts';
import { listGroups } from './list-groups.ts';
import { readPerson } from './read-person.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** A director's own; in the demo that of its rounds, or the one asked for. */
async function provinceOf(app: App, visitor: Visitor, asked: string | null): Promise<string> {
	if (visitor.kind === 'person') return visitor.person.province;
	if (asked !== null && findProvinceNamed(asked) !== null) return asked;
	const [first] = await app.rounds();
	return first?.province.slug ?? listProvinces()[0]?.slug ?? '';
}

const local = (iso: string | null) => (iso === null ? null : bangkokTime(new Date(iso)));

const shapeLine = ({ person, state, seen, link, sessions, stamp }: PersonLine) => ({
	...person,
	roleWords: roleWords[person.role],
	over: nameOver(person),
	state,
	stateWords: stateWords[state],
	seen: local(seen),
	link: link === null ? null : { kind: link.kind, until: local(link.until) ?? '' },
	sessions,
	stamp
});
export type ShownPerson = ReturnType<typeof shapeLine>;

const done = {
	changed: 'บันทึกบทบาทแล้ว มีผลทันที',
	blocked: 'ระงับแล้ว ออกจากระบบทุกเครื่องทันที',
	unblocked: 'เลิกระงับแล้ว เข้าสู่ระบบได้ด้วยรหัสผ่านเดิม',
	ended: 'ให้ออกจากระบบทุกเครื่องแล้ว'
} as const;
type Done = keyof typeof done;
const isDone = (text: string): text is Done => Object.hasOwn(done, text);

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const app = await getApp();
	const people = (await app.people.list(actorOf(locals.visitor))).map(shapeLine);
	const slug = await provinceOf(app, locals.visitor, url.searchParams.get('province'));
	const chosen = people.find(({ id }) => id === url.searchParams.get('person')) ?? null;
	const province = findProvinceNamed(chosen?.province ?? slug);
	const told = url.searchParams.get('done') ?? '';
	return {
		people,
		chosen,
		own: locals.visitor.kind === 'person' ? locals.visitor.person.id : null,
		province: { slug: province?.slug ?? slug, name: province?.name ?? slug },
		several: new Set(people.map((one) => one.province)).size > 1,
		districts: province?.districts.map(({ code, name }) => ({ code, name })) ?? [],
		roles: roles.map((role) => ({ role, words: roleWords[role], help: roleHelp[role] })),
		groups: await listGroups(app, province?.slug ?? slug),
		done: isDone(told) ? done[told] : null
	};
};

const shapeLink = ({ kind, person, path, until }: LinkMade, url: URL) => ({
	kind,
	name: person.name,
	address: url.origin + path,
	until
});

/** Does it, or says why it cannot be done beside what was typed. */
async function attempt<Answer>(event: RequestEvent, work: (app: App, form: FormData) => Promise<Answer>) {
	const form = await event.request.formData();
	try {
		return await work(await getApp(), form);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const wrong = Object.fromEntries(error.problems.map(({ code, message }) => [code, message]));
		return fail('moved' in wrong || 'gone' in wrong ? 409 : 422, {
			wrong,
			typed: readPerson(form),
			id: textOf(form, 'id')
		});
	}
}

async function act(event: RequestEvent, said: Done, work: (app: App, form: FormData, id: string) => Promise<unknown>) {
	return await attempt(event, async (app, form) => {
		const id = textOf(form, 'id');
		await work(app, form, id);
		redirect(303, `/people?person=${encodeURIComponent(id)}&done=${said}`);
	});
}

const by = ({ locals }: RequestEvent) => actorOf(locals.visitor);

export const actions: Actions = {
	invite: (event) =>
		attempt(event, async (app, form) => ({
			made: shapeLink(await app.people.invite(by(event), readPerson(form)), event.url)
		})),
	link: (event) =>
		attempt(event, async (app, form) => ({
			made: shapeLink(await app.people.link(by(event), textOf(form, 'id')), event.url)
		})),
	change: (event) =>
		act(event, 'changed', (app, form, id) => app.people.change(by(event), id, readPerson(form), textOf(form, 'stamp'))),
	block: (event) => act(event, 'blocked', (app, _form, id) => app.people.block(by(event), id)),
	unblock: (event) => act(event, 'unblocked', (app, _form, id) => app.people.unblock(by(event), id)),
	end: (event) => act(event, 'ended', (app, _form, id) => app.people.endAll(by(event), id))
};
