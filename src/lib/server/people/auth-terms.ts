// What the desk and better-auth agree on, apart from it: the library is loaded only where somebody has an account.
import { z } from 'zod';

/** A session ends this long after sign-in, however it is used. */
export const sessionDays = 7;
/** The header by which the address that the server saw is passed on; no request of a reader reaches better-auth with one. */
export const addressHeader = 'x-watphon-address';
/** Below it lie the addresses to which an issuer sends back. */
export const basePath = '/sign-in';
/** What it answers where somebody may not have a session. */
export const blockedCode = 'PERSON_BLOCKED';

const refusalSchema = z.object({
	name: z.literal('APIError'),
	statusCode: z.int(),
	body: z.object({ code: z.string().optional() }).optional()
});

/** The code by which better-auth said no (`''` where it gave none); null of anything else that was thrown, and of its own faults. */
export function readRefusal(error: unknown): string | null {
	const read = refusalSchema.safeParse(error);
	return read.success && read.data.statusCode < 500 ? (read.data.body?.code ?? '') : null;
}
