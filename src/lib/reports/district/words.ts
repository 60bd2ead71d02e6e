// Every sentence of a district's sheet, written from data by rules. Digits are Arabic here; the paper chooses them at the end.
import { sayOutcome } from '../../agreement/say.ts';
import type { RoundView } from '../../ranking/round.ts';
import type { Status } from '../../scoring/results.ts';
import { joinThai } from '../../thai/words.ts';
import { formatNumber, scaleNumber } from '../../thai/numbers.ts';
import { formatDate } from '../../thai/write-date.ts';
import type { DistrictFacts, DistrictItem, DistrictSection } from './facts.ts';
import { nameIndicator } from './pieces.ts';
import { showPercent } from '../percent.ts';
import { showPoints, showScaled } from '../shown-points.ts';

export const title = ({ agreement }: RoundView, { district }: DistrictFacts): string =>
	`ผลของอำเภอ${district.name} ${agreement.round}`;

export const statusWords: Readonly<Record<Exclude<Status, 'scored' | 'not_applicable'>, string>> = {
	not_reported: 'ยังไม่ส่ง',
	invalid: 'ค่าใช้ไม่ได้',
	undecided: 'รอคำวินิจฉัย'
};

/** More than this are counted, not named. */
const mostNames = 4;
const number = ({ indicator }: DistrictItem) => indicator.indicator;

/** รายทีม ข้อ 1 และ 4, รายบุคคล ข้อ 2 */
export const nameItems = (items: readonly DistrictItem[]): string =>
	listSections(items)
		.map(([section, own]) => `${section} ข้อ ${joinThai(own.map(number))}`)
		.join(', ');

const bySection = (items: readonly DistrictItem[], say: (item: DistrictItem) => string): string =>
	listSections(items)
		.map(([section, own]) => `${section} ${joinThai(own.map(say))}`)
		.join(' · ');

function listSections(items: readonly DistrictItem[]): readonly (readonly [string, readonly DistrictItem[]])[] {
	const titles = [...new Set(items.map(({ sectionTitle }) => sectionTitle))];
	return titles.map((title) => [title, items.filter(({ sectionTitle }) => sectionTitle === title)]);
}

const short = ({ sectionTitle, indicator }: DistrictItem) => `${sectionTitle} ${nameIndicator(indicator)}`;

/** What the results say, at most four sentences, each checked by the table below them. */
export function findings(facts: DistrictFacts): readonly string[] {
	const { items, silent } = facts;
	if (silent) {
		const waiting = items.filter(({ score }) => score.status === 'undecided').length;
		const rest = waiting === 0 ? '' : ` และอีก ${waiting} ข้อรอคำวินิจฉัยเพราะข้อตกลงไม่ชัด`;
		return [`ยังไม่มีผลของอำเภอนี้ที่คิดคะแนนได้ จาก ${items.length} ข้อที่ใช้กับอำเภอ${rest}`];
	}
	const scored = items.filter(({ score }) => score.status === 'scored');
	const judged = scored.filter(({ score }) => score.points !== null && score.max_points !== null);
	const full = judged.filter(({ score }) => score.points === score.max_points);
	return [
		scored.length === items.length
			? `คิดคะแนนครบทั้ง ${items.length} ข้อ`
			: `คิดคะแนนแล้ว ${scored.length} จาก ${items.length} ข้อ`,
		...(full.length === 0 ? [] : [`ได้คะแนนเต็ม ${full.length} ข้อ`]),
		...comparisons(judged),
		...(facts.late ? ['มีผลที่ส่งหลังวันปิดรับ ได้คะแนนตามเกณฑ์เดียวกัน'] : [])
	];
}

function comparisons(judged: readonly DistrictItem[]): readonly string[] {
	const compared = judged.flatMap((item) =>
		item.middle === null || item.score.points === null ? [] : [{ item, apart: item.score.points - item.middle }]
	);
	if (compared.length === 0) return [];
	const above = compared.filter(({ apart }) => apart > 0);
	const below = compared.filter(({ apart }) => apart < 0).toSorted((a, b) => a.apart - b.apart);
	const sentences = [sayAround(above.length, below.length)];
	const lowest = below.filter(({ apart }) => apart === below[0]?.apart);
	if (lowest.length > 0 && lowest.length <= mostNames) {
		const who = joinThai(lowest.map(({ item }) => short(item)));
		sentences.push(`ต่ำกว่าค่ากลางมากที่สุดคือ ${who}`);
	}
	return sentences;
}

/** How the section's percent comes of what is printed under it. */
export function saySum({ line, items }: DistrictSection, bounds: readonly number[]): string {
	if (line.percent === null) return 'ไม่มีข้อที่ใช้กับอำเภอนี้';
	if (items.every(({ score }) => score.weighted === null)) return `ยังไม่มีคะแนน น้ำหนัก ${formatNumber(line.weight)}`;
	const open = items.some(({ score }) => score.status !== 'scored');
	const earned = sumPoints(items);
	return `รวม${open ? 'ที่ได้แล้ว' : ''} ${earned} × 100 ÷ น้ำหนัก ${formatNumber(line.weight)} = ร้อยละ ${showPercent(line.percent, bounds)}`;
}

/** Of exactly what is printed. */
export function sumPoints(items: readonly DistrictItem[]): string {
	const sum = items.reduce((total, { score }) => total + scaleNumber(score.weighted ?? 0), 0n);
	return showScaled(sum);
}

const median = 'ค่ากลาง (มัธยฐาน) ของจังหวัด';
function sayAround(above: number, below: number): string {
	if (above === 0 && below === 0) return `เท่ากับ${median}ทุกข้อ`;
	if (above === 0) return `ไม่มีข้อที่สูงกว่า${median} ต่ำกว่า ${below} ข้อ`;
	return `สูงกว่า${median} ${above} ข้อ ${below === 0 ? 'ไม่มีข้อที่ต่ำกว่า' : `ต่ำกว่า ${below} ข้อ`}`;
}

/** Of what is possible: 0–10; an outcome that is open has no points yet. */
export function showPossible({ score, possible }: DistrictItem): string {
	if (score.weighted !== null) return showPoints(score.weighted);
	if (possible === null) return '—';
	const short = (points: number) => showPoints(points).replace(/\.00$/, '');
	return possible.lowest === possible.highest
		? short(possible.lowest)
		: `${short(possible.lowest)}–${short(possible.highest)}`;
}

export const sayResult = ({ score }: DistrictItem): string =>
	score.status === 'scored' && score.outcome !== null
		? sayOutcome(score.outcome)
		: score.status === 'scored' || score.status === 'not_applicable'
			? '—'
			: statusWords[score.status];

/** Who has to do what about what is open, an act after the other. */
export function duties(view: RoundView, { items }: DistrictFacts): readonly { title: string; text: string }[] {
	const of = (status: Status) => items.filter(({ score }) => score.status === status);
	const [missing, invalid, undecided] = [of('not_reported'), of('invalid'), of('undecided')];
	const due = view.agreement.submit_by;
	const by = due === undefined ? '' : ` ปิดรับผลของรอบนี้ ${formatDate(due)}`;
	return [
		...(missing.length === 0
			? []
			: [{ title: `อำเภอส่งผลที่ยังไม่ส่ง ${missing.length} ข้อ`, text: `${byGroup(missing)}${by}` }]),
		...(invalid.length === 0
			? []
			: [{ title: `อำเภอแก้ค่าที่ใช้ไม่ได้แล้วส่งใหม่ ${invalid.length} ข้อ`, text: byGroup(invalid) }]),
		...(undecided.length === 0
			? []
			: [
					{
						title: `คณะกรรมการประเมินวินิจฉัย ${undecided.length} ข้อ`,
						text: bySection(undecided, (item) => `ข้อ ${number(item)}${proposal(item)}`)
					}
				])
	];
}

/** กลุ่มงานประสาน, กลุ่มงานยุทธศาสตร์และประสาน; an abbreviation stands apart. */
export const nameGroup = (group: string): string =>
	group.endsWith('.') ? `กลุ่มงาน ${group} ` : `กลุ่มงาน${group.replaceAll(' + ', 'และ')}`;

/** กลุ่มงานประสานตรวจ: รายทีม ข้อ 1 · กลุ่มงานส่งเสริมตรวจ: … */
function byGroup(items: readonly DistrictItem[]): string {
	const groups = [...new Set(items.map(({ indicator }) => indicator.work_group))];
	return groups
		.map((group) => {
			const named = nameItems(items.filter(({ indicator }) => indicator.work_group === group));
			return group === null ? named : `${nameGroup(group)}ตรวจ: ${named}`;
		})
		.join(' · ');
}

function proposal({ score }: DistrictItem): string {
	const { recommended } = score;
	if (recommended === null) return '';
	const reading = recommended.reading === null ? '' : `${recommended.reading} `;
	return ` (${reading}เสนอ${sayOutcome(recommended.outcome)})`;
}

export const nothingDue = 'ไม่มีเรื่องค้าง ผลของอำเภอนี้ครบและชี้ขาดแล้วทุกข้อ';
export const noFiles = 'ยังไม่ได้รับไฟล์ใดที่มีผลของอำเภอนี้';
