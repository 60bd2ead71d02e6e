// A round brought to its publication as people do it, without their pages: what was sent is approved or sent back, then published.
import type { Watphon } from './open-watphon.ts';

const round = '/khon-kaen/2565-2';

interface Result {
	readonly district: string;
	readonly section: string;
	readonly indicator: string;
}
const keyOf = ({ district, section, indicator }: Result) => `${district}/${section}/${indicator}`;
type Asker = Pick<Watphon, 'url' | 'headers'>;

async function must(answer: Response): Promise<Response> {
	if (!answer.ok && answer.status !== 303)
		throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`);
	return answer;
}

/** Sends back what cannot be approved and approves the rest, as the work groups do. */
export async function decideAll({ url, headers }: Asker): Promise<void> {
	const ask = async (path: string): Promise<unknown> =>
		await (await must(await fetch(`${url}/api${round}/${path}`, { headers }))).json();
	const { results } = (await ask('decisions')) as { results: readonly (Result & { state: string; stamp: string })[] };
	const { scores } = (await ask('score')) as { scores: readonly (Result & { status: string })[] };
	const lacking = new Set(
		scores.filter(({ status }) => status === 'not_reported' || status === 'invalid').map((one) => keyOf(one))
	);
	const waiting = results.filter(({ state }) => state === 'sent');
	const complete = (one: Result) => !lacking.has(keyOf(one));
	for (const [kind, some] of [
		['approve', waiting.filter(complete)],
		['return', waiting.filter((one) => !complete(one))]
	] as const) {
		if (some.length === 0) continue;
		const chosen = some.map(({ district, section, indicator, stamp }) => ({
			...{ district, section, indicator, stamp },
			seen: 0
		}));
		await must(
			await fetch(`${url}/api${round}/decisions`, {
				method: 'POST',
				headers: { ...headers, origin: url, 'content-type': 'application/json' },
				body: JSON.stringify({ kind, results: chosen, reason: 'ตรวจแล้ว' })
			})
		);
	}
}

/** Publishes the next edition by the page's own form. */
export async function publish({ url, headers }: Asker, number: number, reason = ''): Promise<void> {
	const page = await (await must(await fetch(`${url}${round}/publish`, { headers }))).text();
	const [, stamp = ''] = /name="stamp" value="([^"]+)"/.exec(page) ?? [];
	const answer = await must(
		await fetch(`${url}${round}/publish`, {
			method: 'POST',
			redirect: 'manual',
			headers: { ...headers, origin: url, accept: 'text/html' },
			body: new URLSearchParams({ stamp, reason, confirmed: `เผยแพร่ฉบับที่ ${number}` })
		})
	);
	if (!answer.headers.get('location')?.includes(`@e${number}`)) throw new Error(await answer.text());
}
