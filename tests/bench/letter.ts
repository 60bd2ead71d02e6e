// A letter of ordinary size for measuring: 24 scored units, 84 inputs, every common kind of ladder.
import { agreementSchema, type Agreement } from '../../src/lib/agreement/schema.ts';

export type Kind = 'share' | 'gated' | 'steps' | 'bands' | 'growth' | 'several';
export interface BenchUnit {
	readonly kind: Kind;
	readonly number: string;
	readonly weight: number;
	/** names of its inputs, unique in the whole letter */
	readonly inputs: readonly string[];
	readonly bounds: readonly number[];
}

const SHARES = [
	[80, 85, 90, 95, 100],
	[60, 70, 80, 90, 100],
	[45, 50, 55, 60, 65],
	[29, 57, 58, 75, 90]
];
const kinds: readonly (readonly [Kind, number, number])[] = [
	['share', 8, 2],
	['gated', 4, 2],
	['steps', 7, 6],
	['bands', 2, 1],
	['growth', 2, 2],
	['several', 1, 12]
];

export const units: readonly BenchUnit[] = kinds.flatMap(([kind, many, inputs], k) =>
	Array.from({ length: many }, (_, i): BenchUnit => {
		const before = kinds.slice(0, k).reduce((sum, [, count]) => sum + count, 0);
		const number = String(before + i + 1);
		const bounds =
			kind === 'bands'
				? [50, 60, 70, 80, 90]
				: kind === 'growth'
					? [11, 12, 13, 14, 15]
					: (SHARES[i % SHARES.length] ?? []);
		return {
			kind,
			number,
			weight: before + i < 4 ? 5 : 4,
			inputs: Array.from({ length: inputs }, (_, j) => `u${number}_${j + 1}`),
			bounds
		};
	})
);

const label = (name: string) => ({ label: name });
const rung = (outcome: number, needs: unknown) => ({ outcome, text: `ระดับ ${outcome}`, needs });

function indicatorOf({ kind, number, weight, inputs, bounds }: BenchUnit): unknown {
	const [a = '', b = ''] = inputs;
	const base = { indicator: number, title: number, short: number, unit: 'ร้อยละ', weight, work_group: null };
	switch (kind) {
		case 'share':
			return {
				...base,
				inputs: { [a]: { ...label(a), type: 'baht' }, [b]: { ...label(b), type: 'baht' } },
				values: { share: { label: 'share', percent: { part: a, whole: b } } },
				ladder: { mode: 'highest', rungs: bounds.map((bound, i) => rung(i + 1, { value: 'share', at_least: bound })) }
			};
		case 'growth':
			return {
				...base,
				inputs: { [a]: { ...label(a), type: 'baht' }, [b]: { ...label(b), type: 'baht' } },
				values: { growth: { label: 'growth', growth: { from: a, to: b } } },
				ladder: { mode: 'highest', rungs: bounds.map((bound, i) => rung(i + 1, { value: 'growth', at_least: bound })) }
			};
		case 'gated':
			return {
				...base,
				inputs: { [a]: { ...label(a), type: 'pct' }, [b]: { ...label(b), type: 'bool' } },
				ladder: {
					mode: 'highest',
					rungs: bounds.map((bound, i) => rung(i + 1, [{ value: a, more_than: bound }, { yes: b }]))
				}
			};
		case 'bands':
			return {
				...base,
				inputs: { [a]: { ...label(a), type: 'pct' } },
				ladder: {
					mode: 'highest',
					rungs: bounds.map((bound, i) =>
						rung(
							i + 1,
							i === 0
								? { value: a, at_least: bound }
								: { value: a, at_least: bound, unsure: { above: bound - 1, reading: 'X1' } }
						)
					)
				}
			};
		case 'steps': {
			const [yes1 = '', yes2 = '', count = '', yes3 = '', yes4 = '', date = ''] = inputs;
			return {
				...base,
				inputs: {
					...Object.fromEntries([yes1, yes2, yes3, yes4].map((name) => [name, { ...label(name), type: 'bool' }])),
					[count]: { ...label(count), type: 'count' },
					[date]: { ...label(date), type: 'date' }
				},
				ladder: {
					mode: 'prefix',
					rungs: [
						rung(1, { yes: yes1 }),
						rung(2, [{ yes: yes2 }, { value: count, at_least: 2 }]),
						rung(3, { yes: yes3 }),
						rung(4, { yes: yes4 }),
						rung(5, { date, by: '2022-09-01' })
					]
				}
			};
		}
		case 'several':
			return {
				...base,
				inputs: Object.fromEntries(inputs.map((name) => [name, { ...label(name), type: 'count' }])),
				ladder: {
					mode: 'highest',
					rungs: [1, 3, 5].map((outcome) =>
						rung(
							outcome,
							inputs.map((name) => ({ value: name, at_least: outcome }))
						)
					)
				}
			};
	}
}

export const benchLetter: Agreement = agreementSchema.parse({
	agreement: 'bench/2565-2',
	province: '99',
	title: 'bench',
	round: '2/2565',
	from: '2022-04-01',
	to: '2022-09-30',
	dated: null,
	source: 'invented for measuring',
	invented: true,
	readings: {
		X1: { kind: 'filler', words: 'gap', readings: ['lower'], taken: 'lower', why: 'its own start is not met' }
	},
	sections: [{ section: 'team', title: 'team', weight: 100, indicators: units.map(indicatorOf) }]
});
