// How long the one thread that answers everybody was held up, over the last minutes.
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two looks; what is longer than that is a delay. */
const resolution = 20;
const spanMinutes = 10;
const startSeconds = 10;

export interface Pulse {
	/** minutes that it tells of */
	readonly minutes: number;
	/** milliseconds of delay: half of all looks, 99 in 100, and the longest */
	readonly half: number;
	readonly most99: number;
	readonly longest: number;
}

export interface PulseTaker {
	take(): Pulse;
	stop(): void;
}

function read(histogram: ReturnType<typeof monitorEventLoopDelay>): Omit<Pulse, 'minutes'> {
	const delay = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e6) - resolution);
	if (histogram.count === 0) return { half: 0, most99: 0, longest: 0 };
	return {
		half: delay(histogram.percentile(50)),
		most99: delay(histogram.percentile(99)),
		longest: delay(histogram.max)
	};
}

/** Takes it from now on; what is older than the span before this one is forgotten. */
export function takePulse(): PulseTaker {
	const histogram = monitorEventLoopDelay({ resolution });
	histogram.enable();
	let began = performance.now();
	let before: Pulse | null = null;
	const now = (): Pulse => ({ minutes: (performance.now() - began) / 60_000, ...read(histogram) });
	const timer = setInterval(() => {
		before = now();
		histogram.reset();
		began = performance.now();
	}, spanMinutes * 60_000);
	timer.unref();
	// what is loaded at the start holds up nobody yet
	const started = setTimeout(() => histogram.reset(), startSeconds * 1000);
	started.unref();
	return {
		take() {
			const present = now();
			if (before === null) return { ...present, minutes: Math.round(present.minutes) };
			return {
				minutes: Math.round(before.minutes + present.minutes),
				half: Math.max(before.half, present.half),
				most99: Math.max(before.most99, present.most99),
				longest: Math.max(before.longest, present.longest)
			};
		},
		stop() {
			clearInterval(timer);
			clearTimeout(started);
			histogram.disable();
		}
	};
}
