// Asks one address for so many seconds over so many kept connections, and says how many answers came a second.
// A process of its own, so that the asking takes nothing from the answering's event loop.
import { Agent, get } from 'node:http';
import process from 'node:process';

const [address = '', seconds = '2', connections = '16', cookie = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const until = performance.now() + Number(seconds) * 1000;
let answered = 0;

const ask = (): Promise<void> =>
	new Promise((resolve, reject) => {
		get(address, { agent, headers: { 'accept-encoding': 'gzip', cookie } }, (answer) => {
			if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode ?? 'nothing'}`));
			answer.resume();
			answer.once('end', resolve);
		}).once('error', reject);
	});

async function keepAsking(): Promise<void> {
	while (performance.now() < until) {
		await ask();
		answered += 1;
	}
}

const start = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, keepAsking));
console.log((answered / ((performance.now() - start) / 1000)).toFixed(1));
agent.destroy();
