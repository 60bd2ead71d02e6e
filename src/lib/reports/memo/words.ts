// Every sentence of the memo, written from data by rules. Digits are Arabic here; the memo chooses them at the end.
import type { Section } from '../../agreement/schema.ts';
import { listLate } from '../../ranking/late.ts';
import type { Province, RankLine, RoundView } from '../../ranking/round.ts';
import type { Outcome, Reason } from '../../scoring/results.ts';
import { joinThai } from '../../thai/words.ts';
import { formatDate, formatDay } from '../../thai/write-date.ts';
import { sayExempted } from '../exempted.ts';
import type { OpenLine, Question } from '../open-results.ts';
import { showPercent } from '../percent.ts';
import { isComplete, isSilent, nameSection, type Ranking } from '../rank-lines.ts';

export const officeName = (view: RoundView): string =>
	view.office.name === '' ? `สำนักงานพัฒนาชุมชนจังหวัด${view.province.name}` : view.office.name;

/** Up to when data were received: of the newest, or of a round as it was the moment asked for. */
const dataUntil = ({ newest, as_of }: RoundView): string => as_of ?? newest?.slice(0, 16) ?? '';
export const sayUntil = (view: RoundView): string => `ข้อมูลที่ได้รับถึงวันที่ ${formatDate(dataUntil(view))}`;
export const sayMoment = (view: RoundView): string => {
	const until = dataUntil(view);
	if (view.newest !== null) return `ข้อมูลถึงวันที่ ${formatDate(until)}`;
	return until === '' ? 'ยังไม่ได้รับข้อมูล' : `ยังไม่ได้รับข้อมูลถึงวันที่ ${formatDate(until)}`;
};
/**
 * The date a document carries: of a published one that of publishing, else that of its newest data, so that it prints the same
 * tomorrow. One of a round as it was is not dated back: it says of when its data are.
 */
export function sayDate(view: RoundView): string {
	if (view.edition !== undefined) return formatDay(view.edition.published_at);
	return view.as_of !== undefined ? sayMoment(view) : view.newest === null ? '' : formatDay(view.newest);
}

/** Of a round as it was the name says its moment too; a sentence that goes on with other dates does without. */
const plainRound = ({ agreement }: RoundView): string => agreement.round.split(' ณ ')[0] ?? agreement.round;
export const subject = (view: RoundView): string => `รายงานผลคะแนนตามข้อตกลงของอำเภอ ${view.agreement.round}`;
export const addressee = (province: Province): string => `ผู้ว่าราชการจังหวัด${province.name}`;

export const demoNotice = 'ตัวเลขทั้งหมดในเอกสารนี้สมมติขึ้นเพื่อสาธิตโปรแกรม ไม่ใช่ผลของอำเภอจริง';
export const demoMark = 'ข้อมูลสาธิต';

/** ๖ ตัวชี้วัด, or ๖–๗ where districts have different ones. */
export function countIndicators(section: Section, lines: readonly RankLine[]): string {
	const counts = lines.map((line) => line.scores.filter((score) => score.status !== 'not_applicable').length);
	if (counts.length === 0) return `${section.indicators.length} ตัวชี้วัด`;
	const [least, most] = [Math.min(...counts), Math.max(...counts)];
	return least === most ? `${most} ตัวชี้วัด` : `${least}–${most} ตัวชี้วัด`;
}

export function measured(view: RoundView, rankings: readonly Ranking[]): string {
	const { agreement, province, office } = view;
	const parts = agreement.sections.map((section) => {
		const lines = rankings.find((ranking) => ranking.section === section.section)?.lines ?? [];
		return `${nameSection(section)} ${countIndicators(section, lines)} น้ำหนัก ${section.weight}`;
	});
	const period = `ตั้งแต่วันที่ ${formatDay(agreement.from)} ถึงวันที่ ${formatDay(agreement.to)}`;
	const shares = office.shares;
	const total =
		shares === null
			? parts.length > 1
				? ' แต่ละส่วนคิดร้อยละและจัดอันดับแยกกัน'
				: ''
			: ` แต่ละส่วนคิดร้อยละและจัดอันดับแยกกัน แล้วรวมตามสัดส่วนที่สำนักงานกำหนด คือ ${joinThai(
					agreement.sections.flatMap((section) => {
						const share = shares[section.section] ?? 0;
						return share > 0 ? [`${nameSection(section)}ร้อยละ ${share}`] : [];
					})
				)}`;
	const scope = parts.length > 1 ? `${parts.length} ส่วน คือ ${joinThai(parts)}` : joinThai(parts);
	return `ตามที่จังหวัด${province.name}วัดผลการดำเนินงานของ ${province.districts.length} อำเภอตามข้อตกลง ${plainRound(view)} ${period} จำนวน ${scope}${total} นั้น`;
}

export function received(view: RoundView): string {
	const due = view.answer.scores.filter((score) => score.status !== 'not_applicable');
	const scored = due.filter((score) => score.status === 'scored');
	const all = due.length.toLocaleString('en');
	const known =
		scored.length === due.length
			? `ครบทั้ง ${all} รายการ`
			: `แล้ว ${scored.length.toLocaleString('en')} จาก ${all} รายการ`;
	if (view.newest === null) return `${officeName(view)}ยังไม่ได้รับผลของอำเภอใด จาก ${all} รายการที่ต้องรายงาน`;
	return `${officeName(view)}คิดคะแนน${known} จาก${sayUntil(view)} สรุปเป็นร้อยละได้ดังนี้`;
}

/** More names than this on one place are counted, not listed. */
const mostNames = 3;

/** Who leads, how far the results reach (left out in brief), and whether places can still change. */
export function findings({ lines }: Ranking, bounds: readonly number[], brief: boolean): string {
	const heard = lines.filter((line) => !isSilent(line) && line.percent !== null);
	if (heard.length === 0) return 'ยังไม่มีผลของอำเภอใด';
	const sentences = [sayLeaders(heard, bounds)];
	const complete = heard.filter(isComplete);
	const [best, worst] = [complete.at(0), complete.at(-1)];
	if (!brief && best?.percent != null && worst?.percent != null && worst.percent < best.percent) {
		const lowest = complete.filter((line) => line.percent === worst.percent);
		const who = lowest.length > mostNames ? `${lowest.length} อำเภอ` : joinThai(lowest.map(({ name }) => name));
		sentences.push(
			complete.length === lines.length
				? `ต่ำสุด ${who} (${showPercent(worst.percent, bounds)})`
				: `ต่ำสุดในอำเภอที่ผลครบ ${who} (${showPercent(worst.percent, bounds)})`
		);
	}
	const waiting = lines.length - lines.filter(isComplete).length;
	if (waiting === 0) sentences.push(`ผลครบทั้ง ${lines.length} อำเภอ`);
	else sentences.push(`ยังไม่ครบ ${waiting} อำเภอ ${sayMovement(lines)}`);
	return sentences.join(' ');
}

function sayMovement(lines: readonly RankLine[]): string {
	const settled = (line: RankLine) => line.place_best === line.place_worst;
	if (lines.every(settled)) return 'แต่อันดับไม่เปลี่ยนแล้ว';
	if (!lines.some(settled)) return 'อันดับยังเปลี่ยนได้';
	const leaders = lines.filter((line) => line.place === 1);
	return leaders.every(settled) ? 'อันดับ 1 ไม่เปลี่ยนแล้ว บางอันดับยังเปลี่ยนได้' : 'บางอันดับยังเปลี่ยนได้';
}

function sayLeaders(lines: readonly RankLine[], bounds: readonly number[]): string {
	const places = [...new Set(lines.flatMap(({ place }) => (place !== null && place <= 3 ? [place] : [])))];
	const groups = places.map((place) => {
		const sharing = lines.filter((line) => line.place === place);
		const percent = sharing[0]?.percent ?? null;
		const who = sharing.length > mostNames ? `${sharing.length} อำเภอ` : joinThai(sharing.map(({ name }) => name));
		const together = sharing.length > 1 ? ' ร่วมกัน' : '';
		return `อันดับ ${place}${together} ${who}${percent === null ? '' : ` (${showPercent(percent, bounds)})`}`;
	});
	return groups.join(' ');
}

export const leadersTitle = 'อันดับ 1';
/** Who leads in each ranking, and no more. */
export function leaders(rankings: readonly Ranking[], bounds: readonly number[]): string {
	const groups = rankings.map(({ title, lines }) => {
		const first = lines.filter((line) => line.place === 1 && !isSilent(line) && line.percent !== null);
		const percent = first[0]?.percent ?? null;
		if (percent === null) return `${title} ยังไม่มีผล`;
		const who = first.length > mostNames ? `${first.length} อำเภอร่วมกัน` : joinThai(first.map(({ name }) => name));
		return `${title} ${who} (${showPercent(percent, bounds)})`;
	});
	return `${groups.join(', ')} ${sayMovement(rankings.flatMap(({ lines }) => lines)).replace(/^แต่/u, '')}`;
}

export function owed(open: readonly OpenLine[], silent: readonly string[]): string | null {
	const count = (pick: (line: OpenLine) => readonly unknown[]) =>
		open.reduce((sum, line) => sum + pick(line).length, 0);
	const missing = count((line) => line.missing);
	const invalid = count((line) => line.invalid);
	const sentences: string[] = [];
	if (missing > 0) {
		const from = new Set(open.filter((line) => line.missing.length > 0).map(({ line }) => line.district)).size;
		const nothing =
			silent.length === 0
				? ''
				: silent.length > mostNames
					? ` ในจำนวนนี้ ${silent.length} อำเภอยังไม่ส่งผลเลย`
					: ` ในจำนวนนี้${joinThai(silent)}ยังไม่ส่งผลเลย`;
		sentences.push(`ยังไม่ส่ง ${missing.toLocaleString('en')} รายการ จาก ${from} อำเภอ${nothing}`);
	}
	if (invalid > 0) sentences.push(`ค่าที่ส่งมาใช้ไม่ได้ ${invalid.toLocaleString('en')} รายการ อำเภอต้องแก้แล้วส่งใหม่`);
	return sentences.length === 0 ? null : sentences.join(' ');
}

export function waiting(questions: readonly Question[]): string | null {
	if (questions.length === 0) return null;
	const results = questions.reduce((sum, { districts }) => sum + districts.length, 0);
	const proposed = questions.every(({ districts }) => districts.every(({ recommended }) => recommended !== null));
	return (
		`ข้อตกลงไม่ได้กำหนดไว้ชัด ${questions.length} เรื่อง กระทบผล ${results} รายการ ยังไม่คิดคะแนนจนกว่าจะมีคำวินิจฉัย` +
		(proposed ? ' สำนักงานเสนอวิธีตีความไว้แล้วทุกเรื่อง' : '')
	);
}

export function lateOnes(view: RoundView): string | null {
	const codes = new Set(listLate(view).map((entry) => entry.district));
	const names = view.province.districts.filter(({ code }) => codes.has(code)).map(({ name }) => name);
	if (names.length === 0) return null;
	const who = names.length > mostNames ? `${names.length} อำเภอ` : joinThai(names);
	return `ผลที่ส่งหลังวันปิดรับมีของ${who} ได้คะแนนตามเกณฑ์เดียวกัน`;
}

/** `lines` are those of the districts named. */
export function silentOnes(names: readonly string[], lines: readonly RankLine[]): string {
	const all = lines.every((line) => line.percent_worst === 0 && line.percent_best === 100);
	const range = all ? ' ร้อยละเป็นได้ตั้งแต่ 0.00 ถึง 100.00 ทุกส่วน' : '';
	return `ยังไม่ส่งผลเลย ${names.length} อำเภอ คือ ${joinThai(names)}${range}`;
}

export const behindTitle = (owed: boolean, late: boolean): string =>
	owed && late ? 'ผลที่ค้างและส่งช้า' : owed ? 'ผลที่ยังค้าง' : 'ผลที่ส่งช้า';
export const waitingTitle = 'รอคำวินิจฉัย';
export const policiesTitle = 'วิธีคิดร้อยละและจัดอันดับ';
export const openTitle = 'ผลที่ยังค้าง';
export const questionsTitle = 'เรื่องที่รอคำวินิจฉัย';
export const rankingTitle = ({ province, agreement }: RoundView): string =>
	`อันดับของ ${province.districts.length} อำเภอ ${agreement.round}`;
export const attached = 'อันดับของทุกอำเภอ ผลที่ยังค้าง และวิธีจัดอันดับ อยู่ในเอกสารแนบ';
export const restInBook = 'รายละเอียดอยู่ในเล่มรายงานของรอบนี้';
export const closing = 'จึงเรียนมาเพื่อโปรดทราบ';
export const nothingYet = 'ยังไม่มี';

export const reasons: Readonly<Record<Reason, string>> = {
	gap: 'ค่าที่รายงานอยู่ในช่องว่างระหว่างเกณฑ์',
	overlap: 'ค่าที่รายงานเข้าเกณฑ์มากกว่าหนึ่งระดับ',
	missing_input: 'ยังขาดค่าที่ต้องใช้',
	invalid_input: 'ค่าที่ส่งมาใช้ไม่ได้',
	zero_denominator: 'ตัวหารเป็นศูนย์ จึงคิดร้อยละไม่ได้',
	rule_missing: 'เกณฑ์ในข้อตกลงสูญหาย',
	conflict: 'ข้อความในข้อตกลงขัดกัน',
	tie: 'ค่าเท่ากันคร่อมขอบเกณฑ์',
	not_applicable: 'ไม่ใช้กับอำเภอนี้'
};

const colours: Readonly<Record<string, string>> = { green: 'สีเขียว', yellow: 'สีเหลือง', red: 'สีแดง' };
export const sayOutcome = (outcome: Outcome): string =>
	typeof outcome === 'number' ? `ระดับ ${outcome}` : (colours[outcome] ?? `เกรด ${outcome}`);

/** How places and percents are made: said on the paper, because a place means nothing without it. */
export function policies(view: RoundView): readonly string[] {
	const { bands } = view.office;
	return [
		'ร้อยละ = 100 × ผลรวมคะแนนถ่วงน้ำหนักที่ได้แล้ว ÷ น้ำหนักรวมของตัวชี้วัดที่ใช้กับอำเภอนั้น',
		'อันดับเรียงตามร้อยละที่ยังไม่ปัดเศษ ร้อยละเท่ากันได้อันดับเดียวกัน และข้ามอันดับถัดไป เช่น 1, 2, 2, 4',
		`ตัวเลขที่พิมพ์ปัดเป็นทศนิยมสองตำแหน่ง แต่ไม่ปัดขึ้นไปถึง 100${bands === null ? '' : ' หรือถึงเกณฑ์ของเกรด'} เมื่อยังไม่ถึงจริง`,
		'ผลที่ยังค้างยังไม่ได้คะแนน ช่วงที่เป็นได้คิดตั้งแต่ผลที่ค้างได้ต่ำสุดทั้งหมด ถึงได้สูงสุดทั้งหมด',
		...(bands === null
			? []
			: [
					`เกรดตามเกณฑ์ที่สำนักงานกำหนด: ${bands.map(({ grade, name, from }) => `${grade} ${name} ตั้งแต่ร้อยละ ${from}`).join(', ')}`
				]),
		...sayExempted(view)
	];
}
