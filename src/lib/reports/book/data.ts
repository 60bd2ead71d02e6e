// What a book prints, as tables for its attachments: the rankings, every score, and the files received.
import { sayOutcome } from '../../agreement/say.ts';
import type { RoundView } from '../../ranking/round.ts';
import { formatDate } from '../../thai/write-date.ts';
import { formatNumber } from '../../thai/numbers.ts';
import { lateWords } from './appendix-files.ts';
import { statusWords } from './heat.ts';
import type { MemoFacts } from '../memo/facts.ts';
import type { PrintedTable } from '../paper.ts';
import { nameSection } from '../rank-lines.ts';
import { listRankings } from '../ranking/cells.ts';

export const listBookData = (view: RoundView, facts: MemoFacts): readonly PrintedTable[] => [
	...listRankings(view, facts.rankings),
	scoreTable(view),
	fileTable(view)
];

function scoreTable({ agreement, province, answer }: RoundView): PrintedTable {
	const scores = Map.groupBy(answer.scores, (one) => `${one.district}/${one.section}/${one.indicator}`);
	const figure = (value: number | null) => (value === null ? null : formatNumber(value));
	return {
		name: 'scores',
		title: 'ผลของทุกอำเภอในทุกตัวชี้วัด',
		columns: ['อำเภอ', 'ส่วน', 'ข้อ', 'ตัวชี้วัด', 'สถานะ', 'ผล', 'คะแนน', 'คะแนนเต็ม', 'น้ำหนัก', 'คะแนนถ่วงน้ำหนัก'],
		rows: province.districts.flatMap(({ code, name }) =>
			agreement.sections.flatMap((section) =>
				section.indicators.flatMap(({ indicator, short }) =>
					(scores.get(`${code}/${section.section}/${indicator}`) ?? []).map((one) => [
						name,
						nameSection(section),
						indicator,
						short,
						one.status === 'scored' ? 'มีคะแนน' : statusWords[one.status],
						one.outcome === null ? null : sayOutcome(one.outcome),
						figure(one.points),
						figure(one.max_points),
						figure(one.weight),
						figure(one.weighted)
					])
				)
			)
		)
	};
}

const fileTable = ({ received }: RoundView): PrintedTable => ({
	name: 'files',
	title: 'แฟ้มที่ได้รับ',
	columns: ['เลขที่', 'แฟ้ม', 'ผู้ส่ง', 'รับเมื่อ', 'ส่งหลังกำหนด', 'จำนวนค่า', 'SHA-256'],
	rows: received.map((one) => [
		one.number,
		one.file,
		one.sender,
		formatDate(one.received_at.slice(0, 16), { months: 'short' }),
		one.late ? lateWords : null,
		one.entries,
		one.sha256
	])
});
