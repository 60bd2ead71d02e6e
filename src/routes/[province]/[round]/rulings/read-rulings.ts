// The form of the rulings page: for each question the ruling chosen as it stands in the page, or a figure typed in.
import { rulingSchema, type Ruling } from '$lib/agreement/ruling.ts';
import { parseFigure } from '$lib/thai/numbers.ts';

export const rulingField = ({ reading, indicator, asks }: { reading: string; indicator: string; asks: string }) =>
	`ruling ${reading} ${indicator} ${asks}`;
export const figureField = ({ reading, indicator }: { reading: string; indicator: string }) =>
	`figure ${reading} ${indicator}`;

/** The rulings chosen; `wrong` holds a sentence for each figure that is none. */
export function readRulings(form: FormData): {
	readonly rulings: readonly Ruling[];
	readonly wrong: readonly string[];
} {
	const rulings = new Map<string, Ruling>();
	const wrong: string[] = [];
	const add = (ruling: Ruling) => rulings.set(JSON.stringify(ruling), ruling);
	for (const [name, value] of form) {
		if (typeof value !== 'string' || value.trim() === '') continue;
		const [field, reading = '', indicator = ''] = name.split(' ');
		if (field === 'ruling') add(rulingSchema.parse(JSON.parse(value)));
		if (field !== 'figure') continue;
		const read = parseFigure(value);
		if (read.kind === 'figure') add({ reading, indicator, take: { kind: 'zero', figure: Number(read.scaled) / 1e6 } });
		else wrong.push(`เรื่อง ${reading} ของ ${indicator}: “${value}” ไม่ใช่ตัวเลข กรอกเช่น 30 หรือ 12.5`);
	}
	return { rulings: [...rulings.values()], wrong };
}
