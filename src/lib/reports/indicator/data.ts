// What an indicator's report prints, as tables for its attachments.
import type { IndicatorFacts } from './facts.ts';
import { sayInputs, sayReason, sayResult, saySources, sayStanding } from './words.ts';
import type { PrintedTable } from '../paper.ts';

export function listIndicatorData(facts: IndicatorFacts): readonly PrintedTable[] {
	const { section, sectionTitle, indicator, lines, readings, received } = facts;
	const name = `indicator-${section.section}-${indicator.indicator}`;
	const about = `${sectionTitle} ข้อ ${indicator.indicator}`;
	return [
		{
			name: `${name}-districts`,
			title: `ผลของทุกอำเภอ ${about}`,
			columns: ['อำเภอ', 'ผล', 'ค่าที่วัด', 'คะแนนถ่วงน้ำหนัก', 'ค่าที่ใช้', 'เหตุผล', 'ที่มา', 'ช้า'],
			rows: lines.map((line) => [
				line.name,
				sayResult(line),
				line.score.value,
				line.score.weighted,
				sayInputs(line, indicator),
				sayReason(line, indicator),
				saySources(line),
				line.late ? 'ช้า' : null
			])
		},
		{
			name: `${name}-readings`,
			title: `การตีความ ${about}`,
			columns: ['เลขที่', 'สถานะ', 'ข้อความ', 'อ่านว่า', 'เหตุผล'],
			rows: readings.map(({ id, reading }) => [id, sayStanding(reading), reading.words, reading.taken, reading.why])
		},
		{
			name: `${name}-files`,
			title: `ใบรับ ${about}`,
			columns: ['เลขที่', 'ไฟล์', 'ผู้ส่ง', 'รับเมื่อ', 'SHA-256', 'ช้า'],
			rows: received.map((one) => [
				one.number,
				one.file,
				one.sender,
				one.received_at,
				one.sha256.slice(0, 8),
				one.late ? 'ช้า' : null
			])
		}
	];
}
