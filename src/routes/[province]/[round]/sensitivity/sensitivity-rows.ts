// The tables of the sensitivity page: each district's place under each choice made otherwise, and neighbours that cannot be
// told apart with what turns them.
import type { Section } from '$lib/agreement/schema.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import type { Scenario, Sensitivity } from '$lib/ranking/sensitivity.ts';

/** An indicator, or variants that are one item for a district. */
export interface Column {
	/** 2.1/2.2 */
	readonly numbers: string;
	readonly short: string;
}

export const listWithout = ({ scenarios }: Sensitivity, section: Section): readonly Column[] =>
	scenarios.flatMap((scenario) =>
		scenario.kind === 'without'
			? [
					{
						numbers: scenario.indicators.join('/'),
						short: section.indicators.find((one) => one.indicator === scenario.indicators[0])?.short ?? ''
					}
				]
			: []
	);

export interface Span {
	readonly best: number;
	readonly worst: number;
}
export interface Row {
	readonly code: string;
	readonly name: string;
	readonly place: number;
	/** place without each of the indicators, in the order of the columns */
	readonly without: readonly number[];
	readonly weights: Span;
	readonly rulings: Span;
	/** cannot be told apart from the one above it, from the one below it */
	readonly above: boolean;
	readonly below: boolean;
}

export function listRows(
	{ districts, neighbours }: Sensitivity,
	view: RoundView,
	columns: readonly Column[]
): readonly Row[] {
	const names = new Map(view.province.districts.map(({ code, name }) => [code, name]));
	const close = neighbours.filter(({ apart }) => !apart);
	const [above, below] = [new Set(close.map((one) => one.below)), new Set(close.map((one) => one.above))];
	return districts.map(({ district, place, moves }): Row => {
		const span = (kind: Scenario['kind']): Span => {
			const places = [place, ...moves.filter(({ scenario }) => scenario.kind === kind).map((move) => move.place)];
			return { best: Math.min(...places), worst: Math.max(...places) };
		};
		return {
			code: district,
			name: names.get(district) ?? district,
			place,
			without: columns.map(
				({ numbers }) =>
					moves.find(({ scenario }) => scenario.kind === 'without' && scenario.indicators.join('/') === numbers)
						?.place ?? place
			),
			weights: span('weight'),
			rulings: span('ruling'),
			above: above.has(district),
			below: below.has(district)
		};
	});
}

export interface Close {
	readonly above: string;
	readonly below: string;
	/** what turns them, in Thai */
	readonly by: readonly string[];
}

/** Neighbours whose order does not hold while weights shift and rulings are given. */
export function listClose({ neighbours }: Sensitivity, view: RoundView, section: Section): readonly Close[] {
	const names = new Map(view.province.districts.map(({ code, name }) => [code, name]));
	return neighbours
		.filter(({ apart }) => !apart)
		.map(({ above, below, reversed }) => ({
			above: names.get(above) ?? above,
			below: names.get(below) ?? below,
			by: reversed.flatMap((scenario) => sayScenario(scenario, section))
		}));
}

function sayScenario(scenario: Scenario, section: Section): readonly string[] {
	switch (scenario.kind) {
		case 'without':
			return [];
		case 'weight': {
			const short = section.indicators.find((one) => one.indicator === scenario.indicators[0])?.short ?? '';
			const way = scenario.percent > 0 ? 'เพิ่ม' : 'ลด';
			return [`${way}น้ำหนักข้อ ${scenario.indicators.join('/')} ${short} ${Math.abs(scenario.percent)}%`];
		}
		case 'ruling':
			return [`วินิจฉัย ${scenario.reading} ให้ได้${scenario.way === 'highest' ? 'มากที่สุด' : 'น้อยที่สุด'}`];
	}
}

/** What was tried, in Thai. */
export function sayScenarios({ scenarios }: Sensitivity, shift: number): readonly string[] {
	const count = (kind: Scenario['kind']) => scenarios.filter((one) => one.kind === kind).length;
	return [
		...(count('weight') > 0
			? [`ปรับน้ำหนักทีละข้อขึ้นและลง ${shift}% ของน้ำหนักข้อนั้น ข้ออื่นเฉลี่ยรับหรือให้ตามสัดส่วน รวม ${count('weight')} กรณี`]
			: []),
		...(count('ruling') > 0
			? [`ให้ข้อที่รอคำวินิจฉัยออกมาต่ำที่สุดและสูงที่สุด รวม ${count('ruling')} กรณี`]
			: ['รอบนี้ไม่มีข้อที่รอคำวินิจฉัยในส่วนนี้']),
		...(count('without') > 0 ? [`ตัดตัวชี้วัดออกทีละข้อ รวม ${count('without')} กรณี ซึ่งเปลี่ยนสิ่งที่วัด จึงไม่นับว่าแยกกันได้หรือไม่`] : []),
		'ความไวบอกว่าอันดับขึ้นกับการเลือกเกณฑ์เพียงใด ไม่ได้บอกโอกาสหรือความคลาดเคลื่อนของการวัด'
	];
}
