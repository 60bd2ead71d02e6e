// What a district's sheet prints, as tables for its attachments.
import type { DistrictFacts } from './facts.ts';
import { sayResult, showPossible } from './words.ts';
import type { PrintedTable } from '../paper.ts';
import { showPercent } from '../percent.ts';
import { isSilent } from '../rank-lines.ts';
import { shortenReason } from '../short-reason.ts';

export function listDistrictData(facts: DistrictFacts): readonly PrintedTable[] {
	const { district, sections, combined, items, received, bounds } = facts;
	const percent = (value: number | null) => (value === null ? null : showPercent(value, bounds));
	return [
		{
			name: `district-${district.code}-sections`,
			title: `ผลรายส่วนของอำเภอ${district.name}`,
			columns: ['ส่วน', 'อันดับ', 'จากกี่อำเภอ', 'ร้อยละ', 'ต่ำสุดที่เป็นได้', 'สูงสุดที่เป็นได้', 'อันดับดีสุด', 'อันดับแย่สุด'],
			rows: [...sections, ...(combined === null ? [] : [combined])].map(({ title, line, ranked }) => [
				title,
				isSilent(line) ? null : line.place,
				ranked,
				isSilent(line) ? null : percent(line.percent),
				percent(line.percent_worst),
				percent(line.percent_best),
				line.place_best,
				line.place_worst
			])
		},
		{
			name: `district-${district.code}-indicators`,
			title: `ผลรายตัวชี้วัดของอำเภอ${district.name}`,
			columns: ['ส่วน', 'ข้อ', 'ตัวชี้วัด', 'ผล', 'ค่าที่วัด', 'น้ำหนัก', 'คะแนนถ่วงน้ำหนัก', 'เหตุผล'],
			rows: items.map((item) => [
				item.sectionTitle,
				item.indicator.indicator,
				item.indicator.title,
				sayResult(item),
				item.score.value,
				item.score.weight,
				showPossible(item),
				shortenReason(item.explanation)
			])
		},
		{
			name: `district-${district.code}-files`,
			title: `ไฟล์ที่มีผลของอำเภอ${district.name}`,
			columns: ['เลขที่', 'เวลาที่รับ', 'SHA-256', 'ช้า'],
			rows: received.map(({ number, received_at, sha256, late }) => [
				number,
				received_at,
				sha256.slice(0, 8),
				late ? 'ช้า' : null
			])
		}
	];
}
