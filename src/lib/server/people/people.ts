import type { Person } from './visitor.ts';

export interface PeopleDesk {
	/** who holds the session of a request's cookies; null where nobody does */
	personOf(headers: Headers): Promise<{ readonly person: Person; readonly sessionId: string } | null>;
}

export const nobodyYet: PeopleDesk = { personOf: () => Promise.resolve(null) };
