import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { beforeAll, expect, test } from 'vitest';
import { demoFolder } from '../../src/lib/server/rounds/letters.ts';
import { correction, loadDemo, mustBe, scoreOf, sections, type Demo } from './load-demo.ts';

let demo: Demo;
beforeAll(async () => {
	demo = await loadDemo();
});

test('every file is taken and none has an error', () => {
	const all = [...demo.gathered.problems, ...demo.result.problems];
	expect(all.filter((problem) => problem.severity === 'error')).toEqual([]);
	expect(demo.result.accepted).toBe(true);
	expect(demo.result.receipts).toHaveLength(demo.gathered.files.length);
});

test('what contradicts itself is taken with a warning that names the file', () => {
	expect(demo.result.problems.every(({ severity }) => severity === 'warning')).toBe(true);
	expect(demo.result.problems.filter(({ code }) => code === 'conflict').map(({ at }) => at.file)).toEqual([
		'khon-kaen/2565-1/กลุ่มอำเภอ-3-ชุมแพ.csv',
		'khon-kaen/2565-2/ประสาน-งบประมาณ.csv',
		'khon-kaen/2565-2/กลุ่มอำเภอ-5-พล.json'
	]);
});

test('years of two digits are read by the round, and each file is told so', () => {
	const files = demo.result.problems.filter(({ code }) => code === 'short_year').map(({ at }) => at.file);
	expect([...new Set(files)]).toEqual([
		'khon-kaen/2565-1/กลุ่มอำเภอ-4-บ้านไผ่.csv',
		'khon-kaen/2565-2/กลุ่มอำเภอ-4-บ้านไผ่.csv'
	]);
});

test.each(['earliest', 'earlier', 'later'] as const)('the %s round says that it is invented', (when) => {
	const view = demo[when];
	const readme = readFileSync(join(demoFolder, view.id, 'README.md'), 'utf8');
	expect(readme.split('\n')[0]).toMatch(/^# ผลสมมติ .*ไม่ใช่ผลของอำเภอใด$/);
	expect(view.demo).toBe(true);
});

test('the letters of the earlier rounds are invented, that of the later is not', () => {
	const letters = [demo.earliest, demo.earlier, demo.later].map(({ agreement }) => agreement.invented);
	expect(letters).toEqual([true, true, false]);
});

test.each(['earliest', 'earlier', 'later'] as const)(
	'the %s round comes from offices, no persons, and no file is left out',
	(when) => {
		const folder = join(demoFolder, demo[when].id);
		const { files } = parse(readFileSync(join(folder, 'manifest.yaml'), 'utf8')) as {
			files: { file: string; sender: string }[];
		};
		const lying = readdirSync(folder).filter((name) => /\.(csv|json|xlsx)$/.test(name));
		expect(files.map((told) => told.file).sort()).toEqual(lying.sort());
		for (const { sender } of files) expect(sender).toMatch(/^(สพอ\.|กลุ่มงาน)\S+$/);
	}
);

test.each([
	['earliest', 25, '2021-10-12T09:10:00+07:00'],
	['earlier', 26, '2022-04-11T08:45:00+07:00'],
	['later', 25, '2022-10-03T09:05:00+07:00']
] as const)('the %s round ranks 26 districts, %i of which sent results, the newest at %s', (when, sending, newest) => {
	const view = demo[when];
	expect(view.province.districts).toHaveLength(26);
	for (const section of sections) expect(view.answer.sections.filter((s) => s.section === section)).toHaveLength(26);
	const districts = view.entries.map((entry) => entry.district).filter((code) => code !== view.province.code);
	expect(new Set(districts).size).toBe(sending);
	expect(view.newest).toBe(newest);
});

test('a later file corrects one value of บ้านไผ่ and its level rises', () => {
	const levels = [demo.uncorrected, demo.later].map((view) => scoreOf(view, '4010', 'team', '1').outcome);
	expect(levels).toEqual([3, 4]);
	const fileOf = (input: string) => {
		const entry = mustBe(
			demo.later.entries.find((e) => e.district === '4010' && e.section === 'team' && e.input === input)
		);
		return demo.later.received.find((one) => one.number === entry.submission)?.file;
	};
	expect(fileOf('po_baht')).toBe(`khon-kaen/2565-2/${correction}`);
	expect(fileOf('allocated_baht')).toBe('khon-kaen/2565-2/ประสาน-งบประมาณ.csv');
});

test.each([
	['earliest', 'สพอ.โนนศิลา', '4025'],
	['earlier', 'สพอ.ซำสูง', '4021']
] as const)('of the %s round %s is late, whose letter has a closing time', (when, sender, district) => {
	expect(demo[when].received.flatMap((one) => (one.late ? [[one.sender, one.districts]] : []))).toEqual([
		[sender, [district]]
	]);
});

test('โคกโพธิ์ไชย alone sends after the end of the later round', () => {
	const end = `${demo.later.agreement.to}T23:59:59+07:00`;
	const after = demo.later.received.filter((one) => one.received_at > end);
	expect(after.map((one) => [one.sender, one.districts])).toEqual([['สพอ.โคกโพธิ์ไชย', ['4022']]]);
});
