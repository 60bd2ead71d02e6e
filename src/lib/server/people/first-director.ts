// The link that makes the first director. It is held in memory alone: it is printed by the process it belongs to, and ends with it.
import { timingSafeEqual } from 'node:crypto';
import { sha256 } from '../store/durable.ts';
import { linkPath, makeToken } from './links.ts';
import type { Row } from './rows.ts';

export interface FirstDirector {
	/** the path of a new link, the old one dying; null where there is a director */
	make(): Promise<string | null>;
	/** whether a token is that of the link made last, and still opens something */
	opens(token: string): Promise<boolean>;
	/** it was taken up */
	forget(): void;
}

export const isActiveDirector = ({ person, joined }: Row): boolean =>
	joined && person.role === 'director' && !person.blocked;

export function firstDirector(rows: () => Promise<readonly Row[]>): FirstDirector {
	let hash: Buffer | null = null;
	const digest = (token: string) => Buffer.from(sha256(token), 'hex');
	const isNeeded = async () => !(await rows()).some(isActiveDirector);
	return {
		async make() {
			hash = null;
			if (!(await isNeeded())) return null;
			const token = makeToken();
			hash = digest(token);
			return linkPath(token);
		},
		opens: async (token) => hash !== null && timingSafeEqual(digest(token), hash) && (await isNeeded()),
		forget() {
			hash = null;
		}
	};
}
