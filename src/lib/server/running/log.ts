// What happens in a server, a line each on stderr: JSON for what gathers logs, Thai for whoever looks at the window.
import process from 'node:process';
import { bangkokTime } from '../clock.ts';
import { cutLong, escapeControls, hideSecrets } from './log-text.ts';

export interface LogLine {
	readonly level: 'info' | 'warn' | 'error';
	/** a word that does not change, to look for: `opened`, `request`, `fault` */
	readonly event: string;
	/** in Thai, for people */
	readonly message: string;
	/** beside it in JSON only */
	readonly more?: Readonly<Record<string, string | number | boolean | null>>;
	/** lines below it at a terminal */
	readonly stack?: string | null;
}

export const logManners = ['json', 'text'] as const;
export type LogManner = (typeof logManners)[number];

/** `LOG` decides; without it a terminal is written to for people. */
export const readManner = (set: string | undefined, isTerminal: boolean): LogManner =>
	set === 'json' || set === 'text' ? set : isTerminal ? 'text' : 'json';

export const logManner = (): LogManner => readManner(process.env.LOG, process.stderr.isTTY);

const mostOfMessage = 2_000;
export const mostOfStack = 6_000;

const plain = (text: string, most = mostOfMessage) => cutLong(escapeControls(hideSecrets(text)), most);

/** Lines stay lines: each is made plain by itself. */
const plainLines = (text: string) =>
	cutLong(text, mostOfStack)
		.split('\n')
		.map((line) => plain(line));

export function writeLine({ level, event, message, more = {}, stack }: LogLine, manner: LogManner, at: Date): string {
	const time = bangkokTime(at);
	const below = stack == null ? [] : plainLines(stack);
	if (manner === 'text') {
		// an error is looked for by its time; what is said to who sits before the window needs none
		const head = level === 'info' ? '' : `${time.slice(0, 19).replace('T', ' ')} `;
		return [head + plain(message), ...below.map((line) => `    ${line}`)].map((line) => `${line}\n`).join('');
	}
	const beside: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(more)) beside[key] = typeof value === 'string' ? plain(value) : value;
	if (below.length > 0) beside['stack'] = below.join('\n');
	return `${JSON.stringify({ time, level, event, message: plain(message), ...beside })}\n`;
}

/** Several lines of a message stay together: at a terminal below each other, in JSON one text. */
export function log(line: LogLine): void {
	process.stderr.write(writeLine(line, logManner(), new Date()));
}
