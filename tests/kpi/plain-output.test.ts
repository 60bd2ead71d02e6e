// Files and their names may hold what a terminal obeys; of that nothing reaches it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printProblems } from '../../src/lib/server/commands/print-problems.ts';
import { plainOutput } from '../../src/lib/server/commands/plain-output.ts';
import { withFolder } from '../server/with-store.ts';
import { runKpi } from './run-kpi.ts';

test.each([
	['ผล\t1\nผล 2\n', 'ผล\t1\nผล 2\n'],
	['\u001b[31mแดง\u001b[0m', '\\u001b[31mแดง\\u001b[0m'],
	['\u009b2J', '\\u009b2J'],
	['a\r\nb', 'a\\u000d\nb'],
	['ก\u202eข', 'ก\\u202eข'],
	[JSON.stringify({ a: 'ก\u009b\u202e' }), '{"a":"ก\\u009b\\u202e"}']
])('%j is printed as %j', (said, printed) => {
	expect(plainOutput(said)).toBe(printed);
});

test('a problem stays on the line of its file', () => {
	const at = { file: 'ก\n\u001b[2Jข.csv', line: 2 };
	const [line, ...rest] = printProblems([{ severity: 'error', code: 'x', at, message: 'ผิด' }]).split('\n');
	expect([line, rest]).toEqual(['ก\\u000a\\u001b[2Jข.csv บรรทัด 2: ผิด', ['']]);
});

test('a value that would paint the window is told of in plain letters', async () => {
	await withFolder(async (folder) => {
		const row = '4001,team,1,budget_used_pct,"\u001b[2J\u001b]0;x\u0007"';
		writeFileSync(join(folder, 'a.csv'), `district,section,indicator,input,value\n${row}\n`);
		const { out, err } = await runKpi(['score', 'khon-kaen/2565-2', 'a.csv'], folder);
		expect(err).toContain('\\u001b[2J');
		expect(out + err).not.toMatch(/[^\P{Cc}\n\t]/u);
	});
});
