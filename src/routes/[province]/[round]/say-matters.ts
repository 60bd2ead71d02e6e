// Facts that matter as sentences: the finding first, then what bears it, then where it is proved.
import { sayOutcome } from '$lib/agreement/say.ts';
import type { Say } from '$lib/components/say.ts';
import { sectionWords, statusWords } from '$lib/components/words.ts';
import type { Cause, MovedMost } from '$lib/ranking/matters-moved.ts';
import type { Weakest } from '$lib/ranking/matters-weak.ts';
import type { Held, Leads, Matter, Named, StillOpen, Ties } from '$lib/ranking/matters.ts';
import { showChange } from '$lib/reports/show-change.ts';
import { joinThai } from '$lib/thai/words.ts';

export interface Sentence {
	readonly finding: string;
	/** what bears it; may be empty */
	readonly rest: string;
	readonly link: string;
	readonly href: string;
}
export interface Where {
	/** khon-kaen/2565-2 */
	readonly round: string;
	/** null for the combined total */
	readonly section: string | null;
	/** khon-kaen/2565-1, null where rounds are not compared */
	readonly since: string | null;
}

/** Names that a sentence holds. */
const mostNames = 3;
const nbsp = '\u00a0';

export function sayMatter(matter: Matter, where: Where, say: Say): Sentence {
	switch (matter.kind) {
		case 'leads':
			return sayLeads(matter, where, say);
		case 'rose':
		case 'fell':
			return sayMoved(matter, where, say);
		case 'weak':
			return sayWeak(matter, where, say);
		case 'open':
			return sayOpen(matter, where, say);
		case 'settled':
			return {
				finding: `ผลครบและชี้ขาดแล้วทั้ง ${say.text(matter.results)}${nbsp}รายการ`,
				rest: 'อันดับไม่เปลี่ยนแล้ว',
				link: 'ดูอันดับ',
				href: rankingOf(where)
			};
		case 'ties':
			return sayTies(matter, where, say);
	}
}

const rankingOf = ({ section }: Where) => (section === null ? '#combined' : '#ranking');
const sayWho = (who: readonly Named[], say: Say): string =>
	who.length > mostNames ? `${say.text(who.length)}${nbsp}อำเภอ` : joinThai(who.map(({ name }) => name));

/** A figure stands apart from the word before it, a name does not. */
const after = (word: string, who: string): string => (/^[\d๐-๙]/.test(who) ? `${word} ${who}` : word + who);

function sayLeads({ first, next, rivals, heard, districts }: Leads, where: Where, say: Say): Sentence {
	const percent = say.percent(first.percent);
	const held = ({ who, percent: own }: Held) => `${sayWho(who, say)}${nbsp}${say.percent(own)}`;
	const follow = next.length === 0 ? [] : [after('ตามด้วย', joinThai(next.map(held)))];
	const finding =
		districts === 1
			? `${sayWho(first.who, say)}ได้ร้อยละ ${percent}`
			: heard === 1
				? `มีผลเพียง${sayWho(first.who, say)} ที่ร้อยละ ${percent}`
				: first.who.length === heard
					? `ทุกอำเภอที่มีผลได้เท่ากันที่ร้อยละ ${percent}`
					: first.who.length > 1
						? `${sayWho(first.who, say)}นำร่วมกันที่ร้อยละ ${percent}`
						: `${sayWho(first.who, say)}นำที่ร้อยละ ${percent}`;
	const challenged = rivals.length === 0 || heard === 1 ? [] : [`${after('แต่', sayWho(rivals, say))}ยังขึ้นมาเท่าหรือแซงได้`];
	return { finding, rest: [...follow, ...challenged].join(' '), link: 'ดูอันดับ', href: rankingOf(where) };
}

function sayMoved({ kind, who, places, single, unsettled }: MovedMost, where: Where, say: Say): Sentence {
	const finding = `${sayWho(who, say)}${kind === 'rose' ? 'ขึ้น' : 'ลง'}มากที่สุด ${say.text(places)}${nbsp}อันดับ`;
	const [round = '', name = ''] = where.round.split('/');
	const href = `/${round}/compare?rounds=${where.since?.split('/')[1] ?? ''},${name}`;
	const proof = { link: 'ดูที่มา', href };
	const open = unsettled ? ['อันดับยังเปลี่ยนได้เพราะผลยังเปิดอยู่'] : [];
	if (single === null) return { finding, rest: open.join(' '), ...proof };
	const { from, to, change, cause, best } = single;
	const parts = [
		`จาก ${say.text(from)} เป็น ${say.text(to)}`,
		...(change === null ? [] : [sayChange(change, kind, say)]),
		...(cause === null ? [] : [sayCause(cause, where, say)]),
		...(best === null ? open : [`เมื่อมีผลครบอาจได้ถึงที่${nbsp}${say.text(best)}`])
	];
	return { finding, rest: parts.join(' '), ...proof };
}

function sayChange(change: NonNullable<NonNullable<MovedMost['single']>['change']>, kind: string, say: Say): string {
	if (change.over === 0n) return 'แม้ร้อยละเท่าเดิม';
	const rises = change.over > 0n;
	const size = say.text(showChange(change).replace(/^[+−]/u, ''));
	return `${rises === (kind === 'rose') ? '' : 'แม้'}ร้อยละ${rises ? 'เพิ่ม' : 'ลด'} ${size}`;
}

function sayCause({ pair, part, most, outcomes, open }: Cause, { section }: Where, say: Say): string {
	const indicator = pair.after ?? pair.before;
	const of = section === null ? (sectionWords[pair.section] ?? pair.section) : '';
	const gone = pair.after === null ? 'ของรอบก่อน' : '';
	const item = `${of}ข้อ${nbsp}${say.text(indicator?.indicator ?? '')} ${indicator?.short ?? ''}${gone}`;
	const share = most ? 'ส่วนใหญ่' : 'ส่วนหนึ่ง';
	switch (part) {
		case null:
			return `${share}จาก${item}`;
		case 'performance':
			return outcomes === null ? `${share}จาก${item}` : `${share}จาก${item} ${sayStep(outcomes, say)}`;
		case 'rule':
			return `${share}จากเกณฑ์ที่เปลี่ยนของ${item}`;
		case 'weight':
			return `${share}จากน้ำหนักที่เปลี่ยนของ${item}`;
		case 'coverage':
			return open === null || open === 'scored'
				? `${share}เพราะ${item} มีผลแล้ว`
				: `${share}เพราะ${item} ${statusWords[open]}`;
		case 'unlike':
			return `${share}จาก${item} ซึ่งสองรอบเทียบกันไม่ได้`;
	}
}

function sayStep({ before, after }: NonNullable<Cause['outcomes']>, say: Say): string {
	const levels = typeof before === 'number' && typeof after === 'number';
	const way = levels ? (after > before ? 'ขึ้น' : 'ลง') : 'เปลี่ยน';
	const to = levels ? ` ${after}` : sayOutcome(after);
	return say.text(`ที่${way}จาก${sayOutcome(before)} เป็น${to}`);
}

function sayWeak(weak: Weakest, { round }: Where, say: Say): Sentence {
	const { section, indicator, short, lost, scored, short_of_all: under, low, step } = weak;
	const parts = [
		`เฉลี่ยอำเภอละ ${say.percent(lost)}${nbsp}คะแนน`,
		low === null
			? `${say.text(under)} จาก ${say.text(scored)}${nbsp}อำเภอยังไม่เต็ม`
			: `${say.text(low.at_most)} จาก ${say.text(scored)}${nbsp}อำเภอได้ไม่เกินระดับ${nbsp}${say.text(low.level)}`,
		...(step === null ? [] : [`ขึ้นหนึ่งระดับได้อำเภอละ ${say.figure(step)}${nbsp}คะแนน`])
	];
	return {
		finding: `ทั้งจังหวัดเสียคะแนนมากที่สุดที่ข้อ${nbsp}${say.text(indicator)} ${short}`,
		rest: parts.join(' '),
		link: `ดูข้อ${nbsp}${say.text(indicator)}`,
		href: `/${round}/indicators/${section}/${indicator}`
	};
}

function sayOpen({ missing, invalid, undecided, silent, due }: StillOpen, { round }: Where, say: Say): Sentence {
	const count = (results: number) => `${say.text(results)}${nbsp}รายการ`;
	const others = [
		...(invalid === 0 ? [] : [`ค่าใช้ไม่ได้ ${count(invalid)}`]),
		...(undecided === 0 ? [] : [`รอคำวินิจฉัย ${count(undecided)}`])
	];
	const all = due === null ? 'เลย' : `ทั้ง ${say.text(due)}${nbsp}ข้อ`;
	const nobody = silent.length === 0 ? [] : [`${sayWho(silent, say)}ยังไม่ส่ง${all}`];
	const owed = { link: 'ดูรายการค้าง', href: `/${round}/owed` };
	if (missing.results > 0) {
		return {
			finding: `ยังขาดผล ${count(missing.results)}จาก ${say.text(missing.districts)}${nbsp}อำเภอ`,
			rest: [...nobody, ...(others.length === 0 ? [] : [`นอกจากนี้ ${joinThai(others)}`])].join(' '),
			...owed
		};
	}
	const [first = '', ...more] = others;
	return {
		finding: `ส่งครบแล้ว แต่${first}`,
		rest: more.length === 0 ? '' : `และ${more.join(' ')}`,
		...(invalid === 0 ? { link: 'ดูคำวินิจฉัย', href: `/${round}/rulings` } : owed)
	};
}

function sayTies({ places }: Ties, where: Where, say: Say): Sentence {
	const held = ({ place, who }: Held) => `อันดับ${nbsp}${say.text(place)} ${sayWho(who, say)}`;
	return {
		finding: `ได้ร้อยละเท่ากัน ${say.text(places.length)}${nbsp}คู่หรือกลุ่ม`,
		rest: places.length > 2 ? '' : places.map(held).join(' '),
		link: 'ดูอันดับ',
		href: rankingOf(where)
	};
}
