// Who came in, who did not, and who asked for what is not theirs: a line of the log each. An account is named by its id, and one
// that is not known not at all: what was typed there may be a password.
import { log } from '../running/log.ts';
import { doorLogWords } from './sentences-log.ts';

export interface Tried {
	readonly outcome: 'in' | 'refused' | 'wait';
	readonly way: 'password' | 'issuer' | 'change';
	/** the account's id; null where there is none of that name */
	readonly who: string | null;
	readonly address: string;
}

export function tellTried({ outcome, way, who, address }: Tried): void {
	const level = outcome === 'in' ? 'info' : 'warn';
	const message = outcome === 'in' && way === 'change' ? doorLogWords.changed : doorLogWords[outcome];
	log({ level, event: 'sign_in', message: `${message} (${address})`, more: { outcome, way, who, address } });
}

/** `route`: its folder, so that nothing of the address is told. */
export function tellClosed(who: string, route: string, act: string, why: string): void {
	log({
		level: 'warn',
		event: 'closed',
		message: `${doorLogWords.closed} ${act} ${route}`,
		more: { who, route, act, why }
	});
}
