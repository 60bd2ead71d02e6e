// Reads mutants one after another until time and number are reached; one line of JSON for each, so that whoever listens knows
// which one does not come back. FUZZ_SEED, FUZZ_SECONDS, FUZZ_LEAST, FUZZ_ONLY (one mutant by its number).
import process from 'node:process';
import { tellOutcome, usableEntries } from '../../src/lib/submission/outcome.ts';
import { unpackFiles } from '../../src/lib/submission/files/unpack.ts';
import { findInvented } from './fuzz-check.ts';
import { makeMutant, type Mutant } from './fuzz-files.ts';
import { makeRandom } from './fuzz-random.ts';
import { province, read } from './letter.ts';

const seed = Number(process.env.FUZZ_SEED);
const only = process.env.FUZZ_ONLY;
const until = Date.now() + 1000 * Number(process.env.FUZZ_SECONDS);
const least = Number(process.env.FUZZ_LEAST);
const known = new Set([province.code, ...province.districts.map(({ code }) => code)]);
const tell = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

/** What became of one file, and what should not have. */
async function tryFile(mutant: Mutant, partly: boolean) {
	const submission = await read(mutant.bytes, mutant.name);
	const { readable, entries, problems, questions } = submission;
	const outcome = tellOutcome(submission, partly);
	const stored = outcome === 'rejected' ? [] : usableEntries(submission);
	const faults = [
		...(await findInvented(mutant, stored)),
		...(readable || entries.length === 0 ? [] : ['entries of a file that could not be read']),
		...(readable || problems.some(({ severity }) => severity === 'error') ? [] : ['refused without a word']),
		...(stored.every(({ district }) => known.has(district)) ? [] : ['a district nobody knows']),
		...(stored.every(({ value }) => value.kind !== 'bad') ? [] : ['a value that cannot be used']),
		...(problems.every(({ message, at }) => /[ก-๙]/.test(message) && at.file === mutant.name)
			? []
			: ['a problem without a sentence']),
		...(questions.every(({ ask, times }) => /[ก-๙]/.test(ask) && times > 0) ? [] : ['a question that nothing hangs on'])
	];
	const codes = problems.map(({ code }) => code);
	return { outcome, stored: stored.length, codes, asked: questions.length, faults };
}

async function tryMutant(nth: number): Promise<void> {
	const random = makeRandom(seed + nth * 7919);
	const mutant = await makeMutant(random);
	const partly = random.chance(0.5);
	tell({ started: nth });
	if (only !== undefined) process.stderr.write(`${mutant.name}\n${Buffer.from(mutant.bytes).toString('base64')}\n`);
	const { files, problems } = unpackFiles(mutant.bytes, mutant.name);
	const tried = [];
	for (const file of files) tried.push(await tryFile(file, partly));
	const codes = [...problems.map(({ code }) => code), ...tried.flatMap((one) => one.codes)];
	tell({
		nth,
		outcomes: files.length === 0 ? ['rejected'] : tried.map(({ outcome }) => outcome),
		stored: tried.reduce((sum, { stored }) => sum + stored, 0),
		codes: [...new Set(codes)],
		asked: tried.reduce((sum, { asked }) => sum + asked, 0),
		faults: [
			...tried.flatMap(({ faults }) => faults),
			...(files.length + problems.length > 0 ? [] : ['nothing came of an archive'])
		]
	});
}

if (only !== undefined) await tryMutant(Number(only));
else for (let nth = 0; nth < least || Date.now() < until; nth += 1) await tryMutant(nth);
