import { expect, test } from 'vitest';
import { makeSay } from '../../src/lib/components/say.ts';
import type { Section } from '../../src/lib/agreement/schema.ts';
import type { BridgeParts } from '../../src/lib/ranking/bridge.ts';
import type { RoundChange } from '../../src/lib/ranking/compare.ts';
import { figure, nought, sum } from '../../src/lib/scoring/fraction.ts';
import { listMatters, type Situation } from '../../src/lib/ranking/matters.ts';
import type { RankLine } from '../../src/lib/ranking/round.ts';
import type { IndicatorScore, Status } from '../../src/lib/scoring/results.ts';
import { sayMatter, type Where } from '../../src/routes/[province]/[round]/say-matters.ts';

// One section of two indicators: levels 1–5, weights 60 and 40. A district is its two levels or statuses.
type Result = number | Exclude<Status, 'scored'>;
type District = readonly [name: string, first: Result, second: Result];
const weights = [60, 40] as const;

const section = {
	section: 'team',
	indicators: ['งบประมาณ', 'แผน'].map((short, nth) => ({
		indicator: String(nth + 1),
		short,
		weight: weights[nth],
		ladder: { rungs: [1, 2, 3, 4, 5].map((outcome) => ({ outcome })) }
	}))
} as unknown as Section;

function scoreOf(district: string, nth: 0 | 1, result: Result): IndicatorScore {
	const scored = typeof result === 'number';
	return {
		...{ district, section: 'team', indicator: String(nth + 1), max_points: 5, weight: weights[nth] },
		...{ value: null, reason: null, reading: null, recommended: null },
		status: scored ? 'scored' : result,
		outcome: scored ? result : null,
		points: scored ? result : null,
		weighted: scored ? (weights[nth] * result) / 5 : null
	};
}

function linesOf(districts: readonly District[]): readonly RankLine[] {
	const whole = districts.map(([name, ...results]) => {
		const scores = results.map((result, nth) => scoreOf(name, nth === 0 ? 0 : 1, result));
		const due = scores.filter(({ status }) => status !== 'not_applicable');
		const weight = due.reduce((total, score) => total + (score.weight ?? 0), 0);
		const at = (open: number) =>
			(100 * due.reduce((total, score) => total + (score.weighted ?? open * (score.weight ?? 0)), 0)) / weight;
		return { name, scores, weight, percent: at(0), best: at(1) };
	});
	return whole
		.map(({ name, scores, weight, percent, best }): RankLine => {
			const others = whole.filter((other) => other.name !== name);
			return {
				...{ district: name, name, section: 'team', late: false, decided_weight: weight },
				...{ scores, weight, percent, percent_best: best, percent_worst: percent },
				place: 1 + others.filter((other) => other.percent > percent).length,
				place_best: 1 + others.filter((other) => other.percent > best).length,
				place_worst: 1 + others.filter((other) => other.best > percent).length
			};
		})
		.sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
}

const say = makeSay('arabic');
const where: Where = { round: 'khon-kaen/2565-2', section: 'team', since: 'khon-kaen/2565-1' };
function sayAll(districts: readonly District[], change: RoundChange | null = null): readonly string[] {
	const situation = { view: {}, section, lines: linesOf(districts), change } as Situation;
	return listMatters(situation).map((matter) => {
		const { finding, rest } = sayMatter(matter, where, say);
		return `${finding} | ${rest}`.replaceAll('\u00a0', ' ');
	});
}

const none = 'not_reported';
test.each<[string, readonly District[], readonly string[]]>([
	[
		'nothing was received: nothing is said',
		[
			['ก', none, none],
			['ข', none, none]
		],
		[]
	],
	[
		'one leads, all settled',
		[
			['ก', 5, 5],
			['ข', 4, 5],
			['ค', 3, 5]
		],
		[
			'กนำที่ร้อยละ 100.00 | ตามด้วยข 88.00 และ ค 76.00',
			'ทั้งจังหวัดเสียคะแนนมากที่สุดที่ข้อ 1 งบประมาณ | เฉลี่ยอำเภอละ 12.00 คะแนน 1 จาก 3 อำเภอได้ไม่เกินระดับ 3 ขึ้นหนึ่งระดับได้อำเภอละ 12 คะแนน',
			'ผลครบและชี้ขาดแล้วทั้ง 6 รายการ | อันดับไม่เปลี่ยนแล้ว'
		]
	],
	[
		'two lead together, nobody lost more on one indicator than on the other',
		[
			['ก', 5, 5],
			['ข', 5, 5],
			['ค', 3, 2]
		],
		['ก และ ขนำร่วมกันที่ร้อยละ 100.00 | ตามด้วยค 52.00', 'ผลครบและชี้ขาดแล้วทั้ง 6 รายการ | อันดับไม่เปลี่ยนแล้ว']
	],
	[
		'all equal',
		[
			['ก', 4, 5],
			['ข', 4, 5]
		],
		[
			'ทุกอำเภอที่มีผลได้เท่ากันที่ร้อยละ 88.00 | ',
			'ทั้งจังหวัดเสียคะแนนมากที่สุดที่ข้อ 1 งบประมาณ | เฉลี่ยอำเภอละ 12.00 คะแนน 2 จาก 2 อำเภอได้ไม่เกินระดับ 4 ขึ้นหนึ่งระดับได้อำเภอละ 12 คะแนน',
			'ผลครบและชี้ขาดแล้วทั้ง 4 รายการ | อันดับไม่เปลี่ยนแล้ว'
		]
	],
	[
		'one district of all has a result',
		[
			['ก', 4, 4],
			['ข', none, none],
			['ค', none, none]
		],
		['มีผลเพียงก ที่ร้อยละ 80.00 | ', 'ยังขาดผล 4 รายการจาก 2 อำเภอ | ข และ คยังไม่ส่งทั้ง 2 ข้อ']
	],
	['a province of one district', [['ก', 5, 5]], ['กได้ร้อยละ 100.00 | ', 'ผลครบและชี้ขาดแล้วทั้ง 2 รายการ | อันดับไม่เปลี่ยนแล้ว']],
	[
		'the leader may still be passed',
		[
			['ก', 4, 4],
			['ข', 5, none],
			['ค', 2, 'invalid']
		],
		[
			'กนำที่ร้อยละ 80.00 | ตามด้วยข 60.00 และ ค 24.00 แต่ขยังขึ้นมาเท่าหรือแซงได้',
			'ทั้งจังหวัดเสียคะแนนมากที่สุดที่ข้อ 1 งบประมาณ | เฉลี่ยอำเภอละ 16.00 คะแนน 1 จาก 3 อำเภอได้ไม่เกินระดับ 2 ขึ้นหนึ่งระดับได้อำเภอละ 12 คะแนน',
			'ยังขาดผล 1 รายการจาก 1 อำเภอ | นอกจากนี้ ค่าใช้ไม่ได้ 1 รายการ'
		]
	],
	[
		'nothing is missing, but a ruling is waited for',
		[
			['ก', 5, 5],
			['ข', 5, 'undecided']
		],
		['กนำที่ร้อยละ 100.00 | ตามด้วยข 60.00 แต่ขยังขึ้นมาเท่าหรือแซงได้', 'ส่งครบแล้ว แต่รอคำวินิจฉัย 1 รายการ | ']
	],
	[
		'99.9999 is not shown as 100, and a shared place is told',
		[
			['ก', 4.999995, 5],
			['ข', 4, 4],
			['ค', 4, 4]
		],
		[
			'กนำที่ร้อยละ 99.99 | ตามด้วยข และ ค 80.00',
			'ทั้งจังหวัดเสียคะแนนมากที่สุดที่ข้อ 1 งบประมาณ | เฉลี่ยอำเภอละ 8.00 คะแนน 2 จาก 3 อำเภอได้ไม่เกินระดับ 4',
			'ผลครบและชี้ขาดแล้วทั้ง 6 รายการ | อันดับไม่เปลี่ยนแล้ว',
			'ได้ร้อยละเท่ากัน 1 คู่หรือกลุ่ม | อันดับ 2 ข และ ค'
		]
	]
])('%s', (_, districts, sentences) => {
	expect(sayAll(districts)).toEqual(sentences);
});

interface Moved {
	readonly name: string;
	readonly from: number;
	readonly to: number;
	/** by indicator, what each part adds to the percent */
	readonly parts?: Readonly<Record<string, Partial<Record<keyof BridgeParts, number>>>>;
	readonly open?: boolean;
	readonly levels?: readonly [number, number];
}

function changeOf(moves: readonly Moved[]): RoundChange {
	const districts = moves.map(({ name, from, to, parts = {}, open = false }) => {
		const items = Object.entries(parts).map(([number, own]) => {
			const indicator = { indicator: number, short: number === '1' ? 'งบประมาณ' : 'แผน' };
			const pair = { kind: 'comparable', section: 'team', sameRule: true, before: indicator, after: indicator };
			const all = { performance: nought, rule: nought, weight: nought, coverage: nought, unlike: nought };
			const exact = Object.fromEntries(Object.entries(own).map(([part, size]) => [part, figure(size)]));
			return { pair, before: nought, after: nought, parts: { ...all, ...exact } };
		});
		const whole = sum(items.flatMap((item) => Object.values(item.parts)));
		const standing = (place: number, best: number) => ({
			place,
			place_best: best,
			place_worst: place,
			due: 2,
			scored: 2
		});
		return {
			district: { code: name, name },
			before: standing(from, from),
			after: { ...standing(to, open ? to - 3 : to), scored: open ? 1 : 2 },
			bridge: { before: nought, after: whole, items },
			like: null
		};
	});
	const answer = (side: 0 | 1) => ({
		scores: moves.flatMap(({ name, levels, open }) =>
			levels === undefined && open !== true
				? []
				: [scoreOf(name, 0, open === true && side === 1 ? none : (levels?.[side] ?? 3))]
		)
	});
	return {
		before: { answer: answer(0) },
		after: { answer: answer(1) },
		sections: [{ section: 'team', districts }]
	} as unknown as RoundChange;
}

const settled: readonly District[] = [
	['ก', 5, 5],
	['ข', 5, 5]
];
const moved = (moves: readonly Moved[]) =>
	sayAll(settled, changeOf(moves)).filter((sentence) => /มากที่สุด \d+ อันดับ/u.test(sentence));

test.each<[string, readonly Moved[], readonly string[]]>([
	['nobody moved', [{ name: 'ก', from: 1, to: 1 }], []],
	[
		'more than half of the rise is one indicator',
		[{ name: 'ก', from: 13, to: 5, parts: { '1': { performance: 9 }, '2': { performance: 6 } }, levels: [3, 5] }],
		['กขึ้นมากที่สุด 8 อันดับ | จาก 13 เป็น 5 ร้อยละเพิ่ม 15.00 ส่วนใหญ่จากข้อ 1 งบประมาณ ที่ขึ้นจากระดับ 3 เป็น 5']
	],
	[
		'exactly half is a part, not most of it',
		[{ name: 'ก', from: 3, to: 1, parts: { '1': { performance: 5 }, '2': { rule: 5 } } }],
		['กขึ้นมากที่สุด 2 อันดับ | จาก 3 เป็น 1 ร้อยละเพิ่ม 10.00 ส่วนหนึ่งจากข้อ 1 งบประมาณ']
	],
	[
		'parts of one indicator count together, and then no part of it is named',
		[{ name: 'ก', from: 2, to: 1, parts: { '1': { performance: 4, rule: 3 }, '2': { performance: 3, weight: -9 } } }],
		['กขึ้นมากที่สุด 1 อันดับ | จาก 2 เป็น 1 ร้อยละเพิ่ม 1.00 ส่วนใหญ่จากข้อ 1 งบประมาณ']
	],
	[
		'no cause is named where the percent moved the other way',
		[{ name: 'ก', from: 2, to: 1, parts: { '1': { weight: -1 } } }],
		['กขึ้นมากที่สุด 1 อันดับ | จาก 2 เป็น 1 แม้ร้อยละลด 1.00']
	],
	[
		'and none where it did not move',
		[{ name: 'ก', from: 2, to: 4, parts: {} }],
		['กลงมากที่สุด 2 อันดับ | จาก 2 เป็น 4 แม้ร้อยละเท่าเดิม']
	],
	[
		'a fall because a result is missing says what is still possible',
		[{ name: 'ก', from: 7, to: 14, parts: { '1': { coverage: -8 } }, open: true }],
		['กลงมากที่สุด 7 อันดับ | จาก 7 เป็น 14 ร้อยละลด 8.00 ส่วนใหญ่เพราะข้อ 1 งบประมาณ ยังไม่ส่ง เมื่อมีผลครบอาจได้ถึงที่ 11']
	],
	[
		'another rule and another weight are named as such',
		[
			{ name: 'ก', from: 2, to: 1, parts: { '1': { rule: 2 } } },
			{ name: 'ข', from: 1, to: 2, parts: { '2': { weight: -2 } } }
		],
		[
			'กขึ้นมากที่สุด 1 อันดับ | จาก 2 เป็น 1 ร้อยละเพิ่ม 2.00 ส่วนใหญ่จากเกณฑ์ที่เปลี่ยนของข้อ 1 งบประมาณ',
			'ขลงมากที่สุด 1 อันดับ | จาก 1 เป็น 2 ร้อยละลด 2.00 ส่วนใหญ่จากน้ำหนักที่เปลี่ยนของข้อ 2 แผน'
		]
	],
	[
		'several who moved as far are named without a cause, many are counted',
		[
			{ name: 'ก', from: 3, to: 1 },
			{ name: 'ข', from: 4, to: 2 },
			...['ค', 'ง', 'จ', 'ฉ'].map((name) => ({ name, from: 1, to: 2 }))
		],
		['ก และ ขขึ้นมากที่สุด 2 อันดับ | ', '4 อำเภอลงมากที่สุด 1 อันดับ | ']
	]
])('since the earlier round: %s', (_, moves, sentences) => {
	expect(moved(moves)).toEqual(sentences);
});

test('at most five, each with the place where it is proved', () => {
	const districts: readonly District[] = [
		['ก', 5, 5],
		['ข', 4, 3],
		['ค', 4, 3],
		['ง', 2, none]
	];
	const change = changeOf([
		{ name: 'ก', from: 3, to: 1 },
		{ name: 'ข', from: 1, to: 2 }
	]);
	const situation = { view: {}, section, lines: linesOf(districts), change } as Situation;
	expect(listMatters(situation).map((matter) => sayMatter(matter, where, say).href)).toEqual([
		'#ranking',
		'/khon-kaen/compare?rounds=2565-1,2565-2',
		'/khon-kaen/compare?rounds=2565-1,2565-2',
		'/khon-kaen/2565-2/indicators/team/1',
		'/khon-kaen/2565-2/owed'
	]);
});
