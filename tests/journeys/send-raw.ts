// Requests as somebody may write them by hand, and what no answer to them may hold.
import { Agent, request, type IncomingHttpHeaders } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

export interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly bytes: Buffer;
}

export interface Asked {
	readonly method: string;
	/** goes out as it is written, which `fetch` would put in order first */
	readonly path: string;
	readonly body?: string;
	readonly headers?: Readonly<Record<string, string>>;
}

/** `common`: headers of every request. A server that hangs up before it has read all has answered 431. */
export async function sendRaw(
	url: string,
	{ method, path, body, headers = {} }: Asked,
	common: Readonly<Record<string, string>>
): Promise<Answer> {
	return await new Promise((resolve, reject) => {
		const { hostname, port, host } = new URL(url);
		const form = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
		const sent = { host, origin: url, accept: 'text/html', ...common, ...form, ...headers };
		const asked = request({ agent, hostname, port, method, path, headers: sent });
		asked.on('error', (error: NodeJS.ErrnoException) =>
			error.code === 'ECONNRESET' || error.code === 'EPIPE'
				? resolve({ status: 431, headers: {}, bytes: Buffer.alloc(0) })
				: reject(error)
		);
		asked.on('response', (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('error', reject);
			answer.on('end', () =>
				resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(chunks) })
			);
		});
		asked.end(body);
	});
}

/** A text that is no page may say what was sent as it was sent. */
export function findFaults(url: string, path: string, { status, headers, bytes }: Answer): readonly string[] {
	const body = bytes.toString('latin1');
	const isPage = headers['content-type']?.startsWith('text/html') === true;
	const { location } = headers;
	const isSlowed = status === 429 && path.startsWith('/sign-in');
	return [
		...(status >= 500 || (status === 429 && !isSlowed) ? [`status ${status}`] : []),
		...(headers['set-cookie']?.some((cookie) => cookie.startsWith('injected')) === true ? ['a header of its own'] : []),
		...(/root:[^:]*:0:0|(?:Parser|Binder|Catalog) Error|\bat \S+ \(\S+:\d+:\d+\)/.test(body)
			? ['something of the machine']
			: []),
		...(isPage && /<img src=x|<script>alert/.test(body) ? ['markup'] : []),
		...(location !== undefined && new URL(location, url).origin !== url ? [`leads to ${location}`] : [])
	];
}

/** Asks all, a few at a time, and tells what was wrong with which. */
export async function askAll(
	url: string,
	common: Readonly<Record<string, string>>,
	asked: readonly Asked[]
): Promise<readonly string[]> {
	const left = [...asked];
	const wrong: string[] = [];
	const ask = async () => {
		for (let next = left.pop(); next !== undefined; next = left.pop()) {
			const faults = findFaults(url, next.path, await sendRaw(url, next, common));
			const { method, path, body = '' } = next;
			if (faults.length > 0) wrong.push(`${faults.join(', ')}: ${method} ${path.slice(0, 160)} ${body.slice(0, 60)}`);
		}
	};
	await Promise.all(Array.from({ length: 4 }, ask));
	return wrong;
}
