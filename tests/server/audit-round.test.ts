// An auditor's questions with the store at hand: on the way in, and of a round as it stands.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type App } from '../../src/lib/server/app.ts';
import type { Arriving } from '../../src/lib/server/imports/arriving.ts';
import { gatherFiles } from '../../src/lib/server/imports/gather-files.ts';
import { demoFolder } from '../../src/lib/server/rounds/letters.ts';
import { earlier, earliest, later, mustBe } from '../demo/load-demo.ts';
import { makeFolder } from './made-folder.ts';
import { whose } from './with-store.ts';

let app: App;
const folder = makeFolder();
beforeAll(async () => {
	app = await openApp(folder.path);
	const { files } = await gatherFiles([demoFolder], demoFolder, { round: null, sender: null });
	await app.importArriving(files, { who: 'demo', demo: true });
}, 60_000);
afterAll(async () => {
	await app.close();
	folder.remove();
});

function arriving(name: string, rows: readonly string[], received_at: string): Arriving {
	const text = ['district,section,indicator,input,value', ...rows, ''].join('\n');
	return { name, bytes: new TextEncoder().encode(text), round: later, sender: 'สพอ.หนองเรือ', received_at };
}
const auditOf = (problems: readonly { readonly code: string }[]) =>
	problems.map(({ code }) => code).filter((code) => code.startsWith('audit_'));

// Read one by one: 5,281 values of three rounds, and nothing an auditor would want to ask.
test.each([earliest, earlier, later])('the demo raises no question: %s', async (id) => {
	expect(await app.audit(id)).toEqual([]);
});

test('a figure ten times that of the round before is a warning on the way in, and stands with its file, cell and sender', async () => {
	const entries = mustBe(await app.round(earlier)).entries;
	const was = mustBe(
		entries.find((one) => one.district === '4004' && one.input === 'allocated_households_count')
	).value;
	const ten = was.kind === 'number' ? String((was.scaled * 10n) / 1_000_000n) : '';
	const rows = [`4004,competency,4,allocated_households_count,${ten}`, '4004,team,3,evidence_sent_on,2021-09-01'];
	const result = await app.importArriving([arriving('หนองเรือ.csv', rows, '2022-09-29T09:00:00+07:00')], whose);
	expect(result.accepted).toBe(true);
	expect(auditOf(result.problems)).toEqual(['audit_tenfold', 'audit_outside_round']);

	const standing = await app.audit(later);
	expect(standing.map(({ code, at, received }) => [code, at.file, at.cell, received?.sender])).toEqual([
		['audit_tenfold', 'หนองเรือ.csv', 'E2', 'สพอ.หนองเรือ'],
		['audit_outside_round', 'หนองเรือ.csv', 'E3', 'สพอ.หนองเรือ']
	]);
	expect(standing[0]?.message).toContain(`${Number(ten).toLocaleString('en')} เป็น 10 เท่าของ`);
	expect(await app.audit(`${later}@2022-09-28`)).toEqual([]);
});

test('put right, the question is gone', async () => {
	const rows = ['4004,team,3,evidence_sent_on,2022-09-01', '4004,competency,4,allocated_households_count,ถอน'];
	const result = await app.importArriving([arriving('แก้ไข.csv', rows, '2022-09-29T15:00:00+07:00')], whose);
	expect(auditOf(result.problems)).toEqual([]);
	expect(await app.audit(later)).toEqual([]);
	expect(auditOf(await app.audit(`${later}@2022-09-29T12:00`))).toEqual(['audit_tenfold', 'audit_outside_round']);
});
