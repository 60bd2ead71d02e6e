// The overview of the demo's last round beside the round before it: moves, sentences, tiles, as they follow from its files.
import { beforeAll, expect, test } from 'vitest';
import { countGrades } from '../../src/lib/charts/grade-spread.ts';
import { findChart } from '../../src/lib/charts/round-charts.ts';
import { markTiles } from '../../src/lib/charts/tile-map.ts';
import { makeSay } from '../../src/lib/components/say.ts';
import { listMatters } from '../../src/lib/ranking/matters.ts';
import type { RoundsCompared } from '../../src/lib/reports/comparison/facts.ts';
import { gatherFiles } from '../../src/lib/server/imports/gather-files.ts';
import { demoFolder } from '../../src/lib/server/rounds/letters.ts';
import { listRows, type RankRow } from '../../src/routes/[province]/[round]/rank-rows.ts';
import { sayMatter } from '../../src/routes/[province]/[round]/say-matters.ts';
import { withApp, withFolder } from '../server/with-store.ts';
import { earlier, later, mustBe } from './load-demo.ts';

let compared: RoundsCompared;
let rows: readonly RankRow[];
beforeAll(async () => {
	const { files } = await gatherFiles([demoFolder], demoFolder, { round: null, sender: null });
	compared = await withFolder(
		async (folder) =>
			await withApp(folder, async (app) => {
				await app.importArriving(files, { who: 'demo', demo: true });
				return await app.compare([earlier, later]);
			})
	);
	const { whole } = compared;
	rows = listRows(whole.after, team(), whole.sections.find(({ section }) => section === 'team') ?? null);
});
const team = () => mustBe(compared.whole.after.agreement.sections[0]);

test.each([
	['เมืองขอนแก่น', 1, '+5.00', false],
	['กระนวน', 8, '+15.00', false],
	['ชุมแพ', 0, '+5.00', false],
	['หนองเรือ', -7, '−8.00', true],
	['ภูผาม่าน', null, null, true]
])('%s moved %s places and %s percent; open: %s', (name, places, points, unsettled) => {
	const moved = rows.find((row) => row.name === name)?.moved;
	expect([moved?.places, moved?.points?.words ?? null, moved?.unsettled]).toEqual([places, points, unsettled]);
});

test('five sentences say what matters', () => {
	const where = { round: later, section: 'team', since: earlier };
	const { whole } = compared;
	const matters = listMatters({ view: whole.after, section: team(), lines: rows, change: whole });
	expect(
		matters.map((matter) => {
			const { finding, rest } = sayMatter(matter, where, makeSay('thai'));
			return `${finding} ${rest}`.replaceAll('\u00a0', ' ');
		})
	).toEqual([
		'เมืองขอนแก่นนำที่ร้อยละ ๙๖.๐๐ ตามด้วยน้ำพอง ๙๔.๐๐ และ ชุมแพ ๙๓.๐๐ แต่ภูผาม่านยังขึ้นมาเท่าหรือแซงได้',
		'กระนวนขึ้นมากที่สุด ๘ อันดับ จาก ๑๓ เป็น ๕ ร้อยละเพิ่ม ๑๕.๐๐ ส่วนใหญ่จากข้อ ๒ ผลตามแผน ที่ขึ้นจากระดับ ๓ เป็น ๕',
		'หนองเรือลงมากที่สุด ๗ อันดับ จาก ๗ เป็น ๑๔ ร้อยละลด ๘.๐๐ ส่วนหนึ่งจากข้อ ๓ ความโปร่งใส ที่ลงจากระดับ ๕ เป็น ๓ เมื่อมีผลครบอาจได้ถึงที่ ๙',
		'ทั้งจังหวัดเสียคะแนนมากที่สุดที่ข้อ ๑ ใช้จ่ายงบประมาณ เฉลี่ยอำเภอละ ๘.๘๗ คะแนน ๙ จาก ๒๓ อำเภอได้ไม่เกินระดับ ๓ ขึ้นหนึ่งระดับได้อำเภอละ ๖ คะแนน',
		'ยังขาดผล ๑๐ รายการจาก ๕ อำเภอ ภูผาม่านยังไม่ส่งทั้ง ๖ ข้อ นอกจากนี้ ค่าใช้ไม่ได้ ๑ รายการ และ รอคำวินิจฉัย ๑ รายการ'
	]);
});

test('without bands districts are counted by fifths of the percent', () => {
	const { after } = compared.whole;
	const counts = countGrades(after.office, markTiles(after.province, after.office, rows));
	expect(counts.map(({ count }) => count)).toEqual([9, 10, 2, 0, 0, 4, 1]);
});

test('the ranking is taken away in the order of the page, without a zero for who sent nothing', () => {
	const { after } = compared.whole;
	const { table } = mustBe(findChart(after, 'ranking-team', []));
	expect(table.rows.map(([, name]) => name)).toEqual(rows.map(({ name }) => name));
	expect(table.rows.at(-1)?.slice(1, 4)).toEqual(['ภูผาม่าน', 26, null]);
	expect(findChart(after, 'ranking-nothing', [])).toBeNull();
});
