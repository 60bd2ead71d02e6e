// Who asks: decided once for each request, before any page, form, answer or file is made.

export const roles = ['director', 'work_group', 'district', 'viewer'] as const;
/**
 * `director`: all of the province. `work_group`: sees all; checks, returns and approves what it owns. `district`: sends and sees its
 * own, others only once published. `viewer`: what is published, such as the governor.
 */
export type Role = (typeof roles)[number];

/** Somebody who has an account. */
export interface Person {
	readonly id: string;
	/** as people call them; stands in the journal */
	readonly name: string;
	/** what they sign in with */
	readonly email: string;
	readonly role: Role;
	/** of the province whose rounds they see: khon-kaen */
	readonly province: string;
	/** as letters call them; of a work group only */
	readonly groups: readonly string[];
	/** DOPA code; of a district only */
	readonly district: string | null;
	readonly blocked: boolean;
}

export type Visitor =
	/** the invented demo, looked at from the same machine: nobody signs in and everything may be tried */
	{ readonly kind: 'demo' } | { readonly kind: 'person'; readonly person: Person } | { readonly kind: 'nobody' };

/** What stands in the journal of who did something. */
export interface Actor {
	readonly who: string;
	/** of those who have an account */
	readonly person?: { readonly id: string; readonly role: Role };
}

/** The part of a line of the journal that says who. */
export const whoseLine = ({ who, person }: Actor): Actor => (person === undefined ? { who } : { who, person });

/** At a terminal: whoever may read the store's files may do all. */
export const atTerminal = (who: string): Actor => ({ who });

/** Worked out once for as long as somebody is remembered, who is never changed in place. */
const names = new WeakMap<Person, string>();

/** The same for two visitors who are shown the same. */
export function nameVisitor(visitor: Visitor): string {
	if (visitor.kind !== 'person') return visitor.kind;
	const known = names.get(visitor.person) ?? JSON.stringify(visitor.person);
	names.set(visitor.person, known);
	return known;
}

export function actorOf(visitor: Visitor): Actor {
	if (visitor.kind !== 'person') return { who: 'web' };
	const { id, name, role } = visitor.person;
	return { who: name, person: { id, role } };
}
