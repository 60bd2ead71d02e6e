// npm run soak: what takes too long for every test run. `npm run soak -- NAME [MINUTES]` does one of them, without a name all.
// Ends with 1 where anything failed.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Runs a program in sight; what it is told by its environment is said, so that it can be told the same again. */
function run(program, words, env = {}) {
	console.log(['>', ...Object.entries(env).map(([name, value]) => `${name}=${value}`), program, ...words].join(' '));
	const shell = process.platform === 'win32';
	return spawnSync(program, words, { stdio: 'inherit', shell, env: { ...process.env, ...env } }).status === 0;
}
const runSource = (file, ...words) => run(process.execPath, ['--import', './src/load-text.js', file, ...words]);
const runTest = (file, env) => run('npx', ['vitest', 'run', file], env);
const anySeed = () => String(randomInt(2 ** 32));

/** Two archives of the same program are the same, and what one of them unpacks to runs without a network. */
function pack() {
	const folder = mkdtempSync(join(tmpdir(), 'watphon-soak-'));
	try {
		const [one, two] = ['one', 'two'].map((name) => {
			const to = join(folder, name);
			mkdirSync(to);
			if (!runSource('src/pack.ts', to)) return null;
			return join(to, readdirSync(to)[0]);
		});
		if (one === null || two === null) return false;
		const same = readFileSync(one).equals(readFileSync(two));
		console.log(same ? 'the two archives are the same' : 'the two archives DIFFER');
		const unpacked = join(folder, 'unpacked');
		mkdirSync(unpacked);
		execFileSync('tar', ['-xzf', one, '-C', unpacked, '--strip-components=1']);
		return runTest('tests/server/packed.test.ts', { PACKED: unpacked }) && same;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** By name: what it does, how many minutes unless others are asked for, and how it is done. */
const soaks = {
	load: {
		does: 'a hundred people read, ten send files, two print books: no fault, the event loop free, memory at rest',
		minutes: 30,
		soak: (minutes) => runSource('tests/bench/held.ts', String(minutes))
	},
	kill: {
		does: 'killed at random moments of all that people do: nothing promised is lost, no half act is kept',
		minutes: 30,
		// about ten in a minute, each with the whole store proved after it
		soak: (minutes) =>
			runTest('tests/server/killed.test.ts', { KILLS: String(Math.ceil(10 * minutes)), KILL_SEED: anySeed() })
	},
	fuzz: {
		does: 'damaged files of every kind: each is answered in time and in sentences, and nothing untrue is stored',
		minutes: 30,
		soak: (minutes) =>
			runTest('tests/submission/fuzz.test.ts', { FUZZ_SECONDS: String(Math.ceil(60 * minutes)), FUZZ_SEED: anySeed() })
	},
	hostile: {
		does: 'every attack in every part of every address, filter, form, cookie and header',
		minutes: 5,
		soak: () => runTest('tests/journeys/hostile.test.ts', { HOSTILE: 'all' })
	},
	pack: { does: 'packed twice to the same archive, which opens and prints with no network', minutes: 3, soak: pack }
};

const [name, given] = process.argv.slice(2);
const names = name === undefined ? Object.keys(soaks) : [name];
const minutes = given === undefined ? null : Number(given);
if (!names.every((one) => one in soaks) || (minutes !== null && !(minutes > 0))) {
	console.error('npm run soak [-- NAME [MINUTES]]');
	for (const [one, { does, minutes: usual }] of Object.entries(soaks)) console.error(`  ${one}  ${usual} min  ${does}`);
	process.exit(2);
}
if (!existsSync('build/index.js')) {
	console.error('no build/index.js: run npm run build first');
	process.exit(2);
}
const failed = [];
for (const one of names) {
	const { does, minutes: usual, soak } = soaks[one];
	console.log(`\n— ${one}, about ${minutes ?? usual} min: ${does}`);
	if (!soak(minutes ?? usual)) failed.push(one);
}
console.log(failed.length === 0 ? '\nall held' : `\nfailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
