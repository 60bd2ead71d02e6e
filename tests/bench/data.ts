// Reported values from a fixed seed: most on or near a bound, one in fourteen missing.
import { units } from './letter.ts';

/** Mulberry32: the same numbers everywhere. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

const DATE = BigInt(Date.parse('2022-09-01T00:00Z')) * 1000n;
const DAY = 86_400_000_000n;

/** Millionths of one district's inputs in one period, by name; what is missing is left out. */
export function* districtValues(random: () => number): Generator<readonly [string, bigint]> {
	const whole = (most: number) => Math.floor(random() * most);
	for (const unit of units) {
		const [a = '', b = ''] = unit.inputs;
		const values: [string, bigint][] = [];
		switch (unit.kind) {
			case 'share': {
				const all = BigInt(whole(2000));
				const share = BigInt(unit.bounds[whole(5)] ?? 50);
				values.push(
					[b, all * 1_000_000n],
					[a, random() < 0.5 ? all * share * 10_000n : BigInt(whole(Number(all) + 1)) * 1_000_000n]
				);
				break;
			}
			case 'growth': {
				const base = BigInt(whole(1000));
				values.push([a, base * 1_000_000n], [b, (base * BigInt(105 + whole(15)) * 1_000_000n) / 100n]);
				break;
			}
			case 'gated':
			case 'bands':
				values.push([a, BigInt(40 + whole(61)) * 1_000_000n + (random() < 0.3 ? 500_000n : 0n)]);
				if (unit.kind === 'gated') values.push([b, random() < 0.9 ? 1_000_000n : 0n]);
				break;
			case 'steps':
				for (const [i, name] of unit.inputs.entries())
					values.push([
						name,
						i === 2
							? BigInt(whole(5)) * 1_000_000n
							: i === 5
								? DATE + BigInt(whole(9) - 6) * DAY
								: random() < 0.85
									? 1_000_000n
									: 0n
					]);
				break;
			case 'several':
				for (const name of unit.inputs) values.push([name, BigInt(1 + whole(9)) * 1_000_000n]);
		}
		for (const value of values) if (random() > 0.07) yield value;
	}
}
