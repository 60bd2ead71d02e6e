// Hostile files named on the command line, read one after another with little memory; one line of JSON says what came of each.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { usableEntries } from '../../src/lib/submission/outcome.ts';
import { read } from './letter.ts';

for (const path of process.argv.slice(2)) {
	const bytes = readFileSync(path);
	const before = performance.now();
	const submission = await read(bytes, basename(path));
	const { readable, problems } = submission;
	console.log(
		JSON.stringify({
			readable,
			codes: [...new Set(problems.map(({ code }) => code))],
			said: problems.slice(0, 5).map(({ message }) => message),
			stored: usableEntries(submission).map(({ text }) => text),
			milliseconds: performance.now() - before,
			/** kilobytes: the most that was held at once so far */
			held: process.resourceUsage().maxRSS
		})
	);
}
