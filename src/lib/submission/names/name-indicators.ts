// What an indicator may be called in a file: its number, with or without a word before it, its title or its short name.
import type { Indicator, Section } from '../../agreement/schema.ts';
import { makeFinder, remember, type Choice, type Found } from './found.ts';
import { nameInputs, type InputNames } from './name-inputs.ts';
import { plainKey, readNumbered } from './plain-key.ts';

export interface IndicatorNames extends InputNames {
	readonly indicator: Indicator;
}
export interface SectionNames {
	readonly section: Section;
	readonly indicators: readonly IndicatorNames[];
	/** `numeric`: it came as a number, which cannot tell 1.1 from 1.10 */
	readonly findIndicator: (written: string, numeric: boolean) => Found<IndicatorNames>;
}

const MAX_EITHER = 3;

const sameNumber = (a: string, b: string): boolean => a !== b && Number(a) === Number(b);

export const nameIndicators = (section: Section): SectionNames => {
	const named = section.indicators.map((indicator) => {
		const it: IndicatorNames = { indicator, ...nameInputs(indicator, `${section.section}/${indicator.indicator}`) };
		const { indicator: number, title, short } = indicator;
		return { means: number, label: `ตัวชี้วัดที่ ${number} ${short}`, it, names: [title, short] };
	});
	const finder = makeFinder(named, `${section.section}/`);
	const byNumber = new Map<string, Choice<IndicatorNames>>(named.map((one) => [one.means, one]));
	const numbers = [...byNumber.keys()];
	const chosen = (wanted: readonly string[]) => wanted.flatMap((number) => byNumber.get(number) ?? []);

	const settleNumber = (number: string, written: string, numeric: boolean): Found<IndicatorNames> => {
		const twins = numbers.filter((other) => sameNumber(other, number));
		const exact = chosen([number]);
		if (numeric && exact.length > 0 && twins.length > 0) return finder.settle([...exact, ...chosen(twins)], written);
		if (numeric && exact.length === 0 && twins.length === 1) return finder.settle(chosen(twins), written);
		// A number that is not there is not near to another by its digits, only as a part of it or its whole.
		const parts = numbers.filter((other) => other.startsWith(`${number}.`) || number.startsWith(`${other}.`));
		return finder.settle(exact, written, () => chosen([...new Set([...twins, ...parts])]));
	};

	const lookUp = (written: string, numeric: boolean): Found<IndicatorNames> => {
		const titled = finder.hits(written);
		if (titled.length > 0) return finder.settle(titled, written);
		const numbered = readNumbered(written);
		if (numbered === undefined) {
			const bare = plainKey(written).replace(/^ตัวชี้วัด(เรื่อง)?/, '');
			return finder.settle(finder.hits(bare), written, () => finder.near(bare));
		}
		const { number, rest } = numbered;
		if (rest === '') return settleNumber(number, written, numeric);
		const behind = finder.hits(rest);
		const counted = chosen([number]);
		// Number and title must be of one indicator, else nobody knows which of the two was meant.
		const agreed = counted.filter((one) => behind.includes(one));
		if (agreed.length > 0) return finder.settle(agreed, written);
		const either = [...new Set([...counted, ...behind, ...finder.near(rest)])].slice(0, MAX_EITHER);
		return {
			kind: 'unknown',
			about: `${section.section}/${plainKey(written)}`,
			recall: finder.recall,
			near: () => either
		};
	};
	const ofText = remember((written) => lookUp(written, false));
	const ofNumber = remember((written) => lookUp(written, true));
	const findIndicator = (written: string, numeric: boolean) => (numeric ? ofNumber : ofText)(written);
	return { section, indicators: named.map(({ it }) => it), findIndicator };
};
