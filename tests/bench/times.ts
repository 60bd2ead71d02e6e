// Times of repeated runs, on the clock and of the processor, in milliseconds.
export interface Time {
	readonly wall: number;
	readonly cpu: number;
}
type Times = Time[];

export const emptyTimes = (): Times => [];

export const noteTime = (times: Times, one: Time) => times.push(one);

export async function timeOf(run: () => Promise<unknown>): Promise<Time> {
	const before = process.cpuUsage();
	const start = performance.now();
	await run();
	const wall = performance.now() - start;
	const { user, system } = process.cpuUsage(before);
	return { wall, cpu: (user + system) / 1000 };
}

const sorted = (times: Times, kind: keyof Time) => times.map((one) => one[kind]).sort((a, b) => a - b);

export const smallest = (times: Times, kind: keyof Time): number => sorted(times, kind)[0] ?? NaN;

export function sayTimes(times: Times): string {
	const say = (kind: keyof Time) => {
		const all = sorted(times, kind);
		return `min ${(all[0] ?? NaN).toFixed(1)} ms, median ${(all[Math.floor(all.length / 2)] ?? NaN).toFixed(1)} ms`;
	};
	return `${say('wall')}; processor ${say('cpu')}`;
}
