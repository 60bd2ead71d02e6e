// Every sentence of the comparison of rounds, written from the data by rules. A cause is named only where the arithmetic of the
// bridge shows it, and then as a part: ส่วนหนึ่งเพราะ.
import { bridgeParts, type BridgeItem, type BridgeParts } from '../../ranking/bridge.ts';
import {
	changeOf,
	isSilent,
	placesGained,
	type DistrictChange,
	type RoundChange,
	type SectionChange
} from '../../ranking/compare.ts';
import { fraction, multiply, negate, type Fraction } from '../../scoring/fraction.ts';
import type { IndicatorPair } from '../../ranking/pair-indicators.ts';
import type { RoundView } from '../../ranking/round.ts';
import { joinThai } from '../../thai/words.ts';
import { nameIndicator } from '../district/pieces.ts';
import { nameOf } from '../edition/words.ts';
import { nameSection } from '../rank-lines.ts';
import { showChange, showExact } from '../show-change.ts';

export const title = (rounds: readonly RoundView[]): string =>
	`เทียบผลคะแนนตามข้อตกลงของอำเภอ ${joinThai(rounds.map(({ agreement }) => agreement.round))}`;

/**
 * As short as rounds can be told apart: 1/2565; of one round at several days 20 ก.พ. 2567, of its editions ฉบับที่ 1, and ล่าสุด as it is now. Rounds that all
 * stand at one day are told apart by themselves.
 */
export function shortRound({ agreement, id, as_of, edition }: RoundView, beside: readonly RoundView[]): string {
	const [round = ''] = id.split('@');
	const [words = '', day] = agreement.round.replace(/^รอบที่\s*/u, '').split(' ณ ');
	const others = beside.filter((other) => other.id !== id);
	const published = edition === undefined ? undefined : nameOf(edition);
	if (others.some((other) => other.id.split('@')[0] === round)) return day ?? published ?? 'ล่าสุด';
	return day === undefined || others.every((other) => other.as_of === as_of) ? words : `${words} ณ ${day}`;
}

const partCauses: Readonly<Record<keyof BridgeParts, string>> = {
	performance: 'ผลงาน',
	rule: 'เกณฑ์ที่เปลี่ยน',
	weight: 'น้ำหนักที่เปลี่ยน',
	coverage: 'ข้อที่มีคะแนนเพียงรอบเดียว',
	unlike: 'ข้อที่เทียบไม่ได้'
};

const partKeys: Readonly<Record<keyof BridgeParts, string>> = {
	performance: 'ผลงาน = ผลรอบหลังคิดด้วยเกณฑ์และน้ำหนักรอบก่อน โดยใช้วันกำหนดของรอบหลัง ลบผลรอบก่อน',
	rule: 'เกณฑ์ = ส่วนที่ต่างเมื่อคิดผลรอบหลังด้วยเกณฑ์รอบหลังแทนเกณฑ์รอบก่อน',
	weight: 'น้ำหนัก = ส่วนที่ต่างเมื่อใช้น้ำหนักรอบหลัง ซึ่งลดลงได้เองเมื่อมีตัวชี้วัดใหม่มาแบ่งน้ำหนัก',
	coverage: 'ความครบ = ข้อที่มีคะแนนรอบหนึ่งแต่อีกรอบยังไม่มี',
	unlike: 'เทียบไม่ได้ = ข้อที่สองรอบวัดคนละอย่าง มีรอบเดียว หรือแยกผลงานออกจากเกณฑ์ไม่ได้'
};

/** What the parts shown are, once on every comparison; null where none is shown. */
export const sayParts = (parts: readonly (keyof BridgeParts)[]): string | null =>
	parts.length === 0
		? null
		: [...parts.map((part) => partKeys[part]), 'ทุกส่วนรวมกันเท่ากับที่เปลี่ยนพอดีก่อนปัดเศษ ค่าเฉลี่ยนับอำเภอที่ยังไม่มีผลเป็น 0'].join(
				'  '
			);

const rises = (value: Fraction): boolean => value.over > 0n;
const isStill = (value: Fraction): boolean => value.over === 0n;
const sizeOf = (value: Fraction): string => showExact(rises(value) ? value : negate(value));
const larger = (a: Fraction, b: Fraction): number => {
	const [left, right] = [a.over * b.under, b.over * a.under];
	const [x, y] = [left < 0n ? -left : left, right < 0n ? -right : right];
	return x > y ? -1 : x < y ? 1 : 0;
};

/** The parts on the side of the change, the largest first, and those against it. */
function sides(parts: BridgeParts, change: Fraction) {
	const known = bridgeParts.filter((part) => !isStill(parts[part])).toSorted((a, b) => larger(parts[a], parts[b]));
	return {
		along: known.filter((part) => rises(parts[part]) === rises(change)),
		against: known.filter((part) => rises(parts[part]) !== rises(change))
	};
}

/** A second cause is named where it is at least a quarter of the first. */
const isNear = (parts: BridgeParts, first: keyof BridgeParts | undefined, second: keyof BridgeParts): boolean =>
	first !== undefined && larger(multiply(parts[second], fraction(4n, 1n)), parts[first]) <= 0;

/** Means and what made them change; null where there are none to compare. */
export function sayMean({ mean }: SectionChange): string | null {
	if (mean === null) return null;
	const change = changeOf(mean);
	const from = `จาก ${showExact(mean.before)} เป็น ${showExact(mean.after)}`;
	const named = (part: keyof BridgeParts) => `${partCauses[part]} (${showChange(mean.parts[part])})`;
	if (isStill(change)) return `ค่าเฉลี่ยเท่าเดิมที่ ${showExact(mean.after)}`;
	const { along, against } = sides(mean.parts, change);
	const [first, second] = along;
	const causes = [first, ...(second !== undefined && isNear(mean.parts, first, second) ? [second] : [])];
	const because = ` ส่วนหนึ่งเพราะ${joinThai(causes.flatMap((part) => (part === undefined ? [] : named(part))))}`;
	const [most] = against;
	const though = most === undefined ? '' : ` แม้${named(most)} จะ${rises(change) ? 'ดึงลง' : 'ช่วยเพิ่ม'}`;
	return `ค่าเฉลี่ย${rises(change) ? 'เพิ่มขึ้น' : 'ลดลง'} ${sizeOf(change)} ${from}${because}${though}`;
}

/** Names that one sentence holds. */
const mostNames = 3;
const sayWho = (names: readonly string[]): string =>
	names.length > mostNames ? `${names.length} อำเภอ` : joinThai(names);

export function sayLeaders({ districts }: SectionChange): string | null {
	const first = (side: 'before' | 'after') =>
		districts.filter((one) => !isSilent(one[side]) && one[side]?.place === 1).map(({ district }) => district.name);
	const [was, is] = [first('before'), first('after')];
	if (was.length === 0 || is.length === 0) return null;
	return was.length === is.length && was.every((name) => is.includes(name))
		? `อันดับ 1 ยังเป็น${sayWho(is)}`
		: `อันดับ 1 เปลี่ยนจาก${sayWho(was)}เป็น${sayWho(is)}`;
}

/** Who rose most and who fell most, each with the largest part of it on the same side. */
export function sayMoved({ districts }: SectionChange): readonly string[] {
	if (districts.every((one) => placesGained(one) === null)) return ['ยังไม่มีอำเภอใดมีผลทั้งสองรอบ'];
	const moved = districts.flatMap((one) => {
		const gained = placesGained(one);
		return gained === null || gained === 0 ? [] : [{ one, gained }];
	});
	const most = (sign: 1 | -1) => {
		const own = moved.filter(({ gained }) => gained * sign > 0);
		const far = Math.max(0, ...own.map(({ gained }) => gained * sign));
		return own.filter(({ gained }) => gained * sign === far).map(({ one }) => one);
	};
	return [
		...sayOneSide('อันดับขึ้นมากที่สุด', most(1)),
		...sayOneSide('อันดับลงมากที่สุด', most(-1)),
		...(moved.length === 0 ? ['ไม่มีอำเภอใดเปลี่ยนอันดับ'] : [])
	];
}

function sayOneSide(lead: string, changes: readonly DistrictChange[]): readonly string[] {
	const [only] = changes;
	if (only === undefined) return [];
	if (changes.length > mostNames) return [`${lead} ${changes.length} อำเภอ`];
	const places = (one: DistrictChange) =>
		`${one.district.name} จาก ${one.before?.place ?? ''} เป็น ${one.after?.place ?? ''}`;
	if (changes.length > 1) return [`${lead} ${joinThai(changes.map(places))}`];
	return [`${lead} ${places(only)} ${sayDistrictChange(only)}`.trim()];
}

function sayDistrictChange(one: DistrictChange): string {
	const { bridge } = one;
	const gained = placesGained(one) ?? 0;
	if (bridge === null) return '';
	const change = changeOf(bridge);
	if (isStill(change)) return 'แม้ร้อยละเท่าเดิม';
	if (rises(change) !== gained > 0) return `แม้ร้อยละ${rises(change) ? 'เพิ่ม' : 'ลด'} ${sizeOf(change)}`;
	const moved = `ร้อยละ${rises(change) ? 'เพิ่ม' : 'ลด'} ${sizeOf(change)}`;
	const [part] = sides(bridge.parts, change).along;
	if (part === undefined) return moved;
	const item = bridge.items
		.filter(({ parts }) => rises(parts[part]) === rises(change) && !isStill(parts[part]))
		.toSorted((a, b) => larger(a.parts[part], b.parts[part]))
		.at(0);
	return item === undefined ? moved : `${moved} ส่วนหนึ่งเพราะ${sayItem(item, part)}`;
}

function sayItem({ pair, parts, after }: BridgeItem, part: keyof BridgeParts): string {
	const indicator = pair.after ?? pair.before;
	const name = indicator === null ? '' : nameIndicator(indicator);
	const by = `(${showChange(parts[part])})`;
	switch (part) {
		case 'performance':
			return `ผลงาน${name} ${by}`;
		case 'rule':
			return `เกณฑ์ที่เปลี่ยนของ${name} ${by}`;
		case 'weight':
			return `น้ำหนักที่เปลี่ยนของ${name} ${by}`;
		case 'coverage':
			return `${name} ${after.over > 0n ? 'มีผลแล้ว' : 'ยังไม่มีผล'} ${by}`;
		case 'unlike':
			return `${name} ซึ่งสองรอบเทียบกันไม่ได้ ${by}`;
	}
}

/** Who has no place in one of the rounds, and whether places can still change, of all sections at once. */
export function sayGaps(sections: readonly SectionChange[]): readonly string[] {
	const own = sections.filter(({ section }) => section !== null);
	const counted = (side: 'before' | 'after', other: 'before' | 'after') =>
		own.flatMap((section) =>
			section.districts
				.filter((one) => isSilent(one[side]) && !isSilent(one[other]))
				.map(({ district }) => ({ name: district.name, title: nameSection(section) }))
		);
	const open = own.flatMap((section) => {
		const count = section.districts.filter(({ after }) => after !== null && after.scored < after.due).length;
		return count === 0 ? [] : [`${nameSection(section)} ${count} อำเภอ`];
	});
	const settled = own.every(({ districts }) =>
		districts.every(({ after }) => after === null || after.place_best === after.place_worst)
	);
	return [
		...sayAbsent(counted('after', 'before'), own.length, 'ยังไม่มีผลรอบนี้'),
		...sayAbsent(counted('before', 'after'), own.length, 'ไม่มีผลรอบก่อน'),
		...(open.length === 0
			? []
			: [`ผลรอบนี้ยังไม่ครบ ${joinThai(open)} ${settled ? 'แต่อันดับไม่เปลี่ยนแล้ว' : 'อันดับจึงยังเปลี่ยนได้'}`])
	];
}

function sayAbsent(
	absent: readonly { readonly name: string; readonly title: string }[],
	sections: number,
	what: string
): readonly string[] {
	if (absent.length === 0) return [];
	const names = [...new Set(absent.map(({ name }) => name))];
	const who = names.map((name) => {
		const titles = absent.filter((one) => one.name === name).map(({ title }) => title);
		return sections === 1 ? name : `${name} (${titles.length === sections ? 'ทุกส่วน' : titles.join(' ')})`;
	});
	return [`${sayWho(who)}${who.length > mostNames ? '' : ' '}${what} จึงไม่มีอันดับให้เทียบ`];
}

function sayPair(pair: IndicatorPair, before: RoundView, after: RoundView): string {
	const section = [...after.agreement.sections, ...before.agreement.sections].find(
		(one) => one.section === pair.section
	);
	const indicator = pair.after ?? pair.before;
	return `${section === undefined ? '' : nameSection(section)}${indicator === null ? '' : nameIndicator(indicator)}`;
}

/** How much of the two letters can be compared at all. */
export function sayCompared({ pairs, alone, before, after }: RoundChange): readonly string[] {
	const comparable = pairs.flatMap((pair) => (pair.kind === 'comparable' ? [pair] : []));
	const same = comparable.filter((pair) => pair.sameRule && pair.sameWeight).length;
	const ruled = comparable.filter((pair) => !pair.sameRule).length;
	const weighed = comparable.filter((pair) => pair.sameRule && !pair.sameWeight).length;
	const rest = pairs.filter((pair) => pair.kind === 'incomparable');
	const counts = [
		`เกณฑ์และน้ำหนักเดิม ${same}`,
		...(weighed > 0 ? [`เปลี่ยนเฉพาะน้ำหนัก ${weighed}`] : []),
		...(ruled > 0 ? [`เปลี่ยนเกณฑ์ ${ruled}`] : []),
		...(rest.length > 0 ? [`เทียบไม่ได้ ${rest.length}`] : [])
	];
	const sections = (list: RoundChange['alone']['before'], round: string) =>
		list.map((section) => `${nameSection(section)}มีใน${round}เท่านั้น จึงไม่ได้เทียบ`);
	return [
		`จาก ${pairs.length} ตัวชี้วัดของสองรอบ ${joinThai(counts)}`,
		...(rest.length === 0
			? []
			: [`ที่เทียบไม่ได้คือ ${joinThai(rest.map((pair) => sayPair(pair, before, after)))} เหตุผลอยู่ในตารางตัวชี้วัด`]),
		...sections(alone.before, before.agreement.round),
		...sections(alone.after, after.agreement.round)
	];
}
