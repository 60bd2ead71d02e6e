// Who acts next, in sentences for whoever looks: the office sees everybody, a district itself, a viewer nothing.
import type { NextLine } from '$lib/components/next-line.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import { listGroups } from '$lib/ranking/way-groups.ts';
import { whoActs, type NextActs } from '$lib/ranking/way-next.ts';
import type { Visitor } from '$lib/server/people/visitor.ts';
import { formatDay } from '$lib/thai/write-date.ts';
import { nameGroup } from './owed/write-line.ts';

/** As many work groups are named; more are counted. */
const mostNamed = 2;

/** Empty for a round as it was: then nobody can do anything any more. `closed`: routes without a page for the reader. */
export function listNext(view: RoundView, visitor: Visitor, closed: readonly string[]): readonly NextLine[] {
	if (view.as_of !== undefined || view.edition !== undefined || visitor.kind === 'nobody') return [];
	const person = visitor.kind === 'person' ? visitor.person : null;
	if (person?.role === 'viewer') return [];
	const lines =
		person?.role === 'district' && person.district !== null
			? ofDistrict(view, person.district)
			: ofOffice(view, person?.role === 'work_group' ? person.groups : null);
	return lines.map((line) => ({ ...line, href: line.href !== null && isClosed(line.href, closed) ? null : line.href }));
}

const isClosed = (href: string, closed: readonly string[]) => {
	const [, , , ...rest] = (href.split('?')[0] ?? '').split('/');
	return closed.includes(['/[province]/[round]', ...rest].join('/'));
};

function ofDistrict(view: RoundView, district: string): readonly NextLine[] {
	const { unsent, waiting, returned, edition } = whoActs(view, district);
	const here = `/${view.id}`;
	const checking = line('check', waiting, `รอกลุ่มงานตรวจ ${waiting} รายการ`, `รอตรวจ ${waiting}`, null);
	const entry = `${here}/entry/${district}`;
	return [
		...line('correct', returned, `ตีกลับให้ท่านแก้ ${returned} รายการ`, `ให้แก้ ${returned}`, entry),
		...(edition === null ? line('send', unsent, `รอท่านส่งผล ${unsent} รายการ`, `ยังไม่ส่ง ${unsent}`, entry) : []),
		...checking,
		...sayEdition(view, edition, null)
	];
}

/** `groups`: of who looks; null is all of the province. */
function ofOffice(view: RoundView, groups: readonly string[] | null): readonly NextLine[] {
	const acts = whoActs(view);
	const { asked, unsent, returned, approved, owing, correcting, edition } = acts;
	const here = `/${view.id}`;
	const [late, wrong] = [owing.length, correcting.length];
	return [
		...sayEdition(view, edition, `${here}/publish`),
		...(edition === null
			? line(
					'send',
					unsent,
					`รอ ${late} อำเภอส่งผล ${unsent} รายการ`,
					`ยังไม่ส่ง ${unsent}`,
					`${here}/owed?status=not_reported`
				)
			: []),
		...sayChecking(acts, groups, here),
		...line(
			'correct',
			returned,
			`ตีกลับให้ ${wrong} อำเภอแก้ ${returned} รายการ`,
			`ตีกลับ ${returned}`,
			`${here}/review?state=returned`
		),
		...(approved === asked
			? []
			: line(
					'check',
					approved,
					`อนุมัติแล้ว ${approved} จาก ${asked} รายการ`,
					`อนุมัติ ${approved}`,
					`${here}/review?state=approved`
				)),
		...(edition === null && asked > 0 && approved === asked
			? line('publish', 1, `อนุมัติครบ ${approved} รายการ รอพัฒนาการจังหวัดเผยแพร่`, 'รอเผยแพร่', `${here}/publish`)
			: [])
	];
}

/** A work group reads of its own first. */
function sayChecking({ checking }: NextActs, groups: readonly string[] | null, here: string): readonly NextLine[] {
	const isOwn = (group: string | null) =>
		groups !== null && listGroups({ work_group: group }).some((one) => groups.includes(one));
	const own = checking.filter(({ group }) => isOwn(group));
	const others = checking.filter(({ group }) => !isOwn(group));
	const count = (some: NextActs['checking']) => some.reduce((sum, { results }) => sum + results, 0);
	const mine = count(own);
	const rest = count(others);
	const named = others.map(({ group, results }) => {
		const who = group === null ? 'พัฒนาการจังหวัด' : nameGroup(group);
		const href = `${here}/review?group=${encodeURIComponent(listGroups({ work_group: group })[0] ?? 'none')}`;
		return line('check', results, `รอ${who}ตรวจ ${results} รายการ`, `รอตรวจ ${results}`, href);
	});
	const together = line(
		'check',
		rest,
		`รอ ${others.length} กลุ่มงาน${groups === null ? '' : 'อื่น'}ตรวจ ${rest} รายการ`,
		`${groups === null ? '' : 'กลุ่มอื่น '}รอตรวจ ${rest}`,
		`${here}/review${groups === null ? '' : '?group=all'}`
	);
	return [
		...line('check', mine, `รอกลุ่มงานของท่านตรวจ ${mine} รายการ`, `รอท่านตรวจ ${mine}`, `${here}/review`),
		...(others.length > mostNamed || (groups !== null && others.length > 1) ? together : named.flat())
	];
}

function sayEdition(view: RoundView, edition: NextActs['edition'], publish: string | null): readonly NextLine[] {
	if (edition === null) return [];
	const { number, published_at, changed } = edition;
	const when = formatDay(published_at, { months: 'short' });
	return [
		...line('published', 1, `เผยแพร่ฉบับที่ ${number} แล้วเมื่อ ${when}`, `ฉบับที่ ${number}`, `/${view.id}/editions`),
		...line(
			'publish',
			changed && publish !== null ? 1 : 0,
			`มีข้อมูลใหม่หลังเผยแพร่ รอพัฒนาการจังหวัดเผยแพร่ฉบับที่ ${number + 1}`,
			'มีข้อมูลใหม่',
			publish
		)
	];
}

const line = (
	kind: NextLine['kind'],
	count: number,
	words: string,
	short: string,
	href: string | null
): readonly NextLine[] => (count === 0 ? [] : [{ kind, words, short, href }]);
