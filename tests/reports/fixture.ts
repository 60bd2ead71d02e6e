// A round of 26 districts and three sections with invented results: unreported, undecided, invalid, late, ties.
import { agreementSchema, type Agreement, type Indicator } from '../../src/lib/agreement/schema.ts';
import {
	regulationPaper,
	scoreKey,
	type EntryInForce,
	type Office,
	type Province,
	type RoundView
} from '../../src/lib/ranking/round.ts';
import type { IndicatorScore, ScoreDetail, SectionScore, Status } from '../../src/lib/scoring/results.ts';

const names = [
	'เมืองขอนแก่น',
	'บ้านฝาง',
	'พระยืน',
	'หนองเรือ',
	'ชุมแพ',
	'สีชมพู',
	'น้ำพอง',
	'อุบลรัตน์',
	'กระนวน',
	'บ้านไผ่',
	'เปือยน้อย',
	'พล',
	'แวงใหญ่',
	'แวงน้อย',
	'หนองสองห้อง',
	'ภูเวียง',
	'มัญจาคีรี',
	'ชนบท',
	'เขาสวนกวาง',
	'ภูผาม่าน',
	'ซำสูง',
	'โคกโพธิ์ไชย',
	'หนองนาคำ',
	'บ้านแฮด',
	'โนนศิลา',
	'เวียงเก่า'
];

export const province: Province = {
	code: '40',
	slug: 'khon-kaen',
	name: 'ขอนแก่น',
	english: 'Khon Kaen',
	districts: names.map((name, nth) => ({
		code: `40${String(nth + 1).padStart(2, '0')}`,
		name,
		english: `District ${nth + 1}`
	}))
};

const ladder = {
	mode: 'highest',
	rungs: [1, 2, 3, 4, 5].map((outcome) => ({
		outcome,
		text: `ระดับ ${outcome}`,
		needs: { value: 'done_pct', at_least: 40 + outcome * 10 }
	}))
};
const indicator = (number: string, weight: number, short: string, work_group: string, title: string) => ({
	indicator: number,
	title,
	short,
	unit: 'ร้อยละ',
	weight,
	work_group,
	inputs: { done_pct: { label: 'ร้อยละที่ทำได้', type: 'pct' } },
	ladder
});

const agreement: Agreement = agreementSchema.parse({
	agreement: 'khon-kaen/2565-2',
	province: '40',
	title: 'ข้อตกลงการปฏิบัติราชการ',
	round: 'รอบที่ ๒/๒๕๖๕',
	from: '2022-04-01',
	to: '2022-09-30',
	dated: null,
	source: 'สมมติขึ้นเพื่อทดสอบ',
	readings: {
		X69: {
			kind: 'filler',
			about: ['team/6'],
			words: '“ทุนปัญญาเพิ่มขึ้นน้อยกว่า ๙๙๙ บาท” ไม่ได้บอกว่าเพิ่มขึ้น ๐ บาทนับหรือไม่',
			readings: ['นับ', 'ไม่นับ'],
			taken: 'ต้องเพิ่มขึ้นมากกว่า ๐ บาทจึงนับเป็นระดับ ๓',
			why: 'คำว่าเพิ่มขึ้นต้องมีส่วนที่เพิ่ม'
		},
		X73: {
			kind: 'filler',
			about: ['competency/3'],
			words: 'ช่วงคะแนนเว็บไซต์ ๕๐–๖๐ และ ๖๑–๗๐ ไม่ได้บอกว่า ๖๐.๕ อยู่ระดับใด',
			readings: ['ระดับล่าง', 'ระดับบน'],
			taken: 'ค่าที่ยังไม่ถึงจุดเริ่มของระดับถัดไปอยู่ในระดับเดิม',
			why: 'ไม่ให้ระดับที่ยังไม่ถึง'
		}
	},
	sections: [
		{
			section: 'team',
			title: 'ตัวชี้วัดรายทีม',
			weight: 100,
			indicators: [
				indicator('1', 30, 'ใช้จ่ายงบประมาณ', 'ประสาน', 'ร้อยละของการใช้จ่ายเงินงบประมาณ'),
				indicator(
					'2',
					30,
					'บรรลุเป้าหมายแผน',
					'ยุทธศาสตร์',
					'ร้อยละความสำเร็จของการบรรลุเป้าหมายการดำเนินงานตามแผนการปฏิบัติงานและแผนการใช้จ่ายงบประมาณ ประจำปีงบประมาณ พ.ศ. ๒๕๖๕'
				),
				indicator(
					'3',
					15,
					'ความโปร่งใส',
					'ยุทธศาสตร์',
					'ระดับความสำเร็จในการเสริมสร้างความโปร่งใสในการดำเนินงาน กรมการพัฒนาชุมชน ประจำปีงบประมาณ พ.ศ. ๒๕๖๕'
				),
				indicator(
					'4',
					10,
					'ขจัดความยากจน',
					'สารสนเทศ',
					'ระดับความสำเร็จการขับเคลื่อนการดำเนินงานขจัดความยากจนและพัฒนาคนทุกช่วงวัยอย่างยั่งยืนตามหลักปรัชญาของเศรษฐกิจพอเพียง'
				),
				indicator(
					'5',
					5,
					'OTOP ออนไลน์',
					'ส่งเสริม',
					'ร้อยละที่เพิ่มขึ้นของรายได้จากการจำหน่ายผลิตภัณฑ์ชุมชน (OTOP) โดยผ่านช่องทางออนไลน์'
				),
				indicator('6', 10, 'Big Data', 'สารสนเทศ', 'ระดับความสำเร็จของการใช้ประโยชน์ Big Data เพื่อการพัฒนาชุมชน')
			]
		},
		{
			section: 'individual',
			title: 'ตัวชี้วัดรายบุคคล',
			weight: 100,
			indicators: [
				indicator('1', 20, 'ครัวเรือนยากจน', 'สารสนเทศ', 'ร้อยละของครัวเรือนยากจนเป้าหมายที่มีรายได้ต่ำกว่าเกณฑ์ จปฐ. คงเหลือ'),
				indicator(
					'2',
					20,
					'ปลดหนี้',
					'สารสนเทศ',
					'ร้อยละของจำนวนครัวเรือนเป้าหมายที่สามารถลดหนี้/ปลดหนี้ได้ด้วยกระบวนการบริหารจัดการหนี้ของศูนย์จัดการกองทุนชุมชน'
				),
				indicator(
					'3',
					15,
					'หมู่บ้านพอเพียง',
					'ส่งเสริม',
					'ร้อยละของหมู่บ้านที่ได้รับการพัฒนาตามหลักปรัชญาของเศรษฐกิจพอเพียง มีความสุขมวลรวมเพิ่มขึ้น (อำเภอที่ได้รับงบประมาณ พ.ศ. ๒๕๖๕)'
				),
				indicator('4', 15, 'หนี้กองทุนสตรี', 'ประสาน', 'ระดับความสำเร็จการบริหารจัดการหนี้ กองทุนพัฒนาบทบาทสตรี'),
				indicator('5', 10, 'สัมมาชีพ', 'ส่งเสริม', 'ร้อยละความสำเร็จของการสนับสนุนการสร้างสัมมาชีพชุมชน'),
				indicator('6', 10, 'กองทุนแม่', 'สารสนเทศ', 'ระดับความสำเร็จของการพัฒนาหมู่บ้านกองทุนแม่ของแผ่นดิน'),
				indicator(
					'7',
					10,
					'สมาชิกกองทุนสตรี',
					'ประสาน',
					'ร้อยละที่เพิ่มขึ้นของจำนวนสมาชิก กองทุนพัฒนาบทบาทสตรี (ทั้งประเภทบุคคลและองค์กร)'
				)
			]
		},
		{
			section: 'competency',
			title: 'ตัวชี้วัดสมรรถนะ',
			weight: 20,
			indicators: [
				indicator(
					'1',
					5,
					'แนวทางปฏิบัติงาน',
					'ยุทธศาสตร์',
					'ระดับความสำเร็จของการดำเนินงานตามแนวทางการปฏิบัติงานของสำนักงานพัฒนาชุมชนจังหวัดขอนแก่น'
				),
				indicator('2', 5, 'ประกวดกิจกรรม', 'ส่งเสริม', 'ระดับความสำเร็จการประกวดกิจกรรมพัฒนาชุมชนดีเด่น'),
				indicator(
					'3',
					4,
					'เว็บไซต์อำเภอ',
					'สารสนเทศ',
					'ระดับความสำเร็จของการดำเนินงานประชาสัมพันธ์ การพัฒนาเว็บไซต์สำนักงานพัฒนาชุมชนอำเภอ และการบริหารระบบเครือข่ายเทคโนโลยีสารสนเทศ'
				),
				indicator(
					'4',
					3,
					'จปฐ.',
					'สารสนเทศ',
					'ระดับความสำเร็จของการบริหารการจัดเก็บข้อมูลความจำเป็นพื้นฐาน (จปฐ.) ระดับครัวเรือน ประจำปี ๒๕๖๕'
				),
				indicator('5', 3, 'ความร่วมมือ', 'ประสาน', 'ร้อยละของความร่วมมือ/การสนับสนุนขับเคลื่อนงานของสำนักงานพัฒนาชุมชนจังหวัดขอนแก่น')
			]
		}
	]
});

/** district name → what is open, as section/indicator; `*` is all */
const open: Readonly<Record<string, Readonly<Record<string, Status>>>> = {
	ภูผาม่าน: { '*': 'not_reported' },
	หนองเรือ: { 'team/5': 'not_reported' },
	ซำสูง: { 'team/4': 'invalid' },
	หนองนาคำ: { 'team/6': 'undecided', 'individual/6': 'undecided' },
	เวียงเก่า: {
		'team/2': 'not_reported',
		'competency/1': 'not_reported',
		'competency/2': 'not_reported',
		'competency/3': 'not_reported',
		'competency/4': 'not_reported',
		'competency/5': 'not_reported'
	},
	บ้านแฮด: { 'individual/4': 'not_reported', 'individual/7': 'not_reported' },
	โนนศิลา: { 'competency/3': 'undecided' },
	ชนบท: { 'competency/3': 'undecided' }
};

interface Scored extends IndicatorScore {
	readonly lowest: number;
	readonly highest: number;
}

function scoreOne(code: string, name: string, section: string, nth: number, item: Indicator, nthItem: number): Scored {
	const status = open[name]?.['*'] ?? open[name]?.[`${section}/${item.indicator}`] ?? 'scored';
	const seed = (nth * 7 + nthItem * 11 + section.length * 5) % 26;
	const level = nth === 0 && section === 'team' ? 5 : Math.max(0, Math.min(5, 5 - Math.floor((seed + nth) / 9)));
	const weight = item.weight ?? 0;
	const undecided = status === 'undecided';
	const reading = undecided ? (section === 'competency' ? 'X73' : 'X69') : null;
	return {
		district: code,
		section,
		indicator: item.indicator,
		status,
		outcome: status === 'scored' ? level : null,
		points: status === 'scored' ? level : null,
		max_points: 5,
		weight,
		weighted: status === 'scored' ? (weight * level) / 5 : null,
		value: undecided && section === 'competency' ? 60.5 : null,
		reason: undecided
			? 'gap'
			: status === 'invalid'
				? 'invalid_input'
				: status === 'not_reported'
					? 'missing_input'
					: null,
		reading,
		recommended: undecided ? { outcome: 3, points: 3, reading } : null,
		lowest: status === 'scored' ? level : undecided ? 2 : 0,
		highest: status === 'scored' ? level : undecided ? 3 : 5
	};
}

function totalSection(section: string, weight: number, scores: readonly Scored[]): SectionScore[] {
	const totals = province.districts.map(({ code }) => {
		const own = scores.filter((score) => score.district === code && score.section === section);
		const sum = (points: (score: Scored) => number) =>
			(100 * own.reduce((total, score) => total + (score.weight ?? 0) * points(score), 0)) / (5 * weight);
		return { code, own, percent: sum((s) => s.points ?? 0), best: sum((s) => s.highest), worst: sum((s) => s.lowest) };
	});
	return totals.map(({ code, own, percent, best, worst }) => ({
		district: code,
		section,
		percent,
		percent_best: best,
		percent_worst: worst,
		decided_weight: own.reduce((total, s) => total + (s.status === 'scored' ? (s.weight ?? 0) : 0), 0),
		weight,
		place: 1 + totals.filter((other) => other.percent > percent).length,
		place_best: 1 + totals.filter((other) => other.worst > best).length,
		place_worst: 1 + totals.filter((other) => other.code !== code && other.best > worst).length
	}));
}

export const office: Office = {
	name: '',
	document_number: null,
	signer: null,
	signer_position: null,
	shares: null,
	bands: null,
	paper: regulationPaper
};

export interface FixtureOptions {
	readonly office?: Partial<Office>;
	readonly demo?: boolean;
	/** nothing was received */
	readonly empty?: boolean;
}

export function makeView(options: FixtureOptions = {}): RoundView {
	const all = agreement.sections.flatMap(({ section, indicators }) =>
		province.districts.flatMap(({ code, name }, nth) =>
			indicators.map((item, nthItem) =>
				scoreOne(code, options.empty === true ? 'ภูผาม่าน' : name, section, nth, item, nthItem)
			)
		)
	);
	const scores =
		options.empty === true
			? all.map((score): Scored => ({
					...score,
					status: 'not_reported',
					outcome: null,
					points: null,
					weighted: null,
					value: null,
					reason: 'missing_input',
					reading: null,
					recommended: null,
					lowest: 0,
					highest: 5
				}))
			: all;
	const sections = agreement.sections.flatMap(({ section, weight }) => totalSection(section, weight, scores));
	const lateEntry: EntryInForce = {
		district: '4022',
		section: 'team',
		indicator: '1',
		input: 'done_pct',
		text: '52',
		submission: 2,
		value: { kind: 'number', scaled: 52_000_000n, decimals: 0 },
		at: { file: 'โคกโพธิ์ไชย.xlsx', sheet: 'ผล', cell: 'E2' }
	};
	const received = (number: number, late: boolean) => ({
		number,
		file: `${number}.xlsx`,
		sha256: String(number).repeat(64),
		bytes: 1000,
		sender: null,
		received_at: '2022-09-28T14:32:00+07:00',
		late,
		entries: 1,
		districts: ['4022']
	});
	return {
		id: 'khon-kaen/2565-2',
		agreement,
		province,
		answer: {
			agreement: 'khon-kaen/2565-2',
			scores: scores.map(({ lowest: _lowest, highest: _highest, ...score }) => score),
			sections
		},
		details: new Map(
			scores.map((score): [string, ScoreDetail] => [
				scoreKey(score),
				{ points_lowest: score.lowest, points_highest: score.highest, rests_on: [], waits_for: [], met: 0n, seen: 0n }
			])
		),
		entries: options.empty === true ? [] : [lateEntry],
		received: options.empty === true ? [] : [received(1, false), received(2, true)],
		way: new Map(),
		editions: [],
		newest: options.empty === true ? null : '2022-09-28T14:32:00+07:00',
		demo: options.demo ?? true,
		office: { ...office, ...options.office }
	};
}
