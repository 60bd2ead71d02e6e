// Loaded before a server (--import): watches from inside how long its event loop is held at a time, and what memory it holds. It
// writes that down as JSON into the file of WATCH_LOOP whenever it is told to by SIGUSR2, and begins anew. Where neighbours take the
// processor, the clock goes on while nothing is held: so the thread's own work between two looks stands beside the clock.
import { renameSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

const file = process.env.WATCH_LOOP;
/** milliseconds between two looks, and between two of the memory */
const every = 5;
const everyMemory = 10_000;
const bound = 50;

if (file !== undefined && isMainThread) {
	const fresh = () => ({ looks: 0, over: 0, work: 0, wall: 0, memory: [] });
	let seen = fresh();
	let at = performance.now();
	let spent = process.threadCpuUsage();
	const look = () => {
		const { user, system } = process.threadCpuUsage(spent);
		const gap = performance.now() - at;
		const work = Math.min(gap, (user + system) / 1000);
		seen.looks += 1;
		seen.over += work > bound ? 1 : 0;
		seen.work = Math.max(seen.work, work);
		seen.wall = Math.max(seen.wall, gap - every);
		at = performance.now();
		spent = process.threadCpuUsage();
	};
	const weigh = () => seen.memory.push(Math.round(process.memoryUsage.rss() / 1024 / 1024));
	setInterval(look, every).unref();
	setInterval(weigh, everyMemory).unref();
	process.on('SIGUSR2', () => {
		look();
		weigh();
		// whoever waits for the file finds it whole
		writeFileSync(`${file}.part`, JSON.stringify(seen));
		renameSync(`${file}.part`, file);
		seen = fresh();
	});
}
