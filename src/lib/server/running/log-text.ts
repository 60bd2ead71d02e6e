// Words of others on their way into a log: one line each, nothing a terminal would obey, nothing that opens a door.

/** All that moves a cursor, breaks a line or turns its direction, in a terminal or in whatever shows the log. */
const controls = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const escapeControl = (sign: string) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** On one line, whatever was in it. */
export const escapeControls = (text: string): string => text.replaceAll(controls, escapeControl);

/** Long runs of letters and digits as tokens are; hashes, which open nothing, are all small letters. */
const token = /(?<![\w-])(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*\d)[\w-]{32,}/g;
const named = /\b(authorization|cookie|password|secret|token|session)(["']?\s*[:=]\s*["']?)(?:Bearer\s+)?[^\s"',;]+/gi;

/** Links of `/join/`, session tokens and whatever is called a password are never written down. */
export const hideSecrets = (text: string): string =>
	text
		.replaceAll(/\/join\/[\w%-]+/g, '/join/…')
		.replaceAll(named, '$1$2…')
		.replaceAll(token, '…');

/** Cut where it grows beyond what anybody reads. */
export const cutLong = (text: string, most: number): string =>
	text.length <= most ? text : `${text.slice(0, most)} …(${text.length})`;
