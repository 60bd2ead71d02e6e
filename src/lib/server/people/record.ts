// What is done to accounts, in the journal before it is done: who may do what can be told from it alone.
import { bangkokTime } from '../clock.ts';
import { refuse } from '../refusal.ts';
import type { Act } from '../store/acts.ts';
import type { Core } from './people.ts';
import { findRow, type Row, type Scope } from './rows.ts';
import { peopleWords } from './sentences.ts';
import { whoseLine, type Actor } from './visitor.ts';

type Did = Extract<Act, { act: 'person' }>['what']['did'];

/** For who has the turn. */
export async function record({ store, now }: Core, by: Actor, did: Did, id: string, scope: Scope): Promise<void> {
	const { name, role, province, groups, district } = scope;
	const what = { did, id, name, role, province, groups: [...groups], district };
	const [clock, last] = [bangkokTime(new Date(now())), store.lines().at(-1)?.at ?? ''];
	const at = last > clock ? last : clock;
	await store.commit({ at, ...whoseLine(by), act: 'person', round: null, what }, () => Promise.resolve([]));
}

/** An act on an account, in the journal and beside it: all of it, or nothing. For who has the turn. */
export async function wholly<Done>({ store }: Core, id: string, work: () => Promise<Done>): Promise<Done> {
	return await store.wholly({ kind: 'person', id }, work);
}

/** A director manages the people of their province; a terminal and the demo, everybody. Null for those. */
export async function provinceManaged({ auth }: Core, { person }: Actor): Promise<string | null> {
	if (person === undefined) return null;
	const me = await findRow(auth, person.id);
	if (me === null || me.person.blocked || me.person.role !== 'director')
		throw refuse('not_director', peopleWords.notDirector);
	return me.person.province;
}

/** Refuses a province that is not theirs to manage. */
export async function mustManage(core: Core, by: Actor, province: string): Promise<void> {
	const own = await provinceManaged(core, by);
	if (own !== null && own !== province) throw refuse('province', peopleWords.otherProvince);
}

/** The person of an id whom somebody may manage; refuses any other. */
export async function managed(core: Core, by: Actor, id: string): Promise<Row> {
	const own = await provinceManaged(core, by);
	const row = await findRow(core.auth, id);
	if (row === null || (own !== null && own !== row.person.province)) throw refuse('gone', peopleWords.personGone);
	return row;
}
