// npm test: everything, in the order in which a fault is cheapest to find. Ends with a line `N passed, N failed`.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const browsers = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const findBrowser = () => browsers.find((path) => path !== undefined && existsSync(path));

/** The journeys need a real browser: found, or fetched from Debian, or said plainly how to get one. */
function readyBrowser() {
	if (findBrowser() || process.platform !== 'linux') return;
	console.log('No Chromium found: installing it from Debian (chromium).');
	const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	for (const words of [
		['apt-get', 'update', '-qq'],
		['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium']
	]) {
		const [program = '', ...args] = [...root, ...words];
		spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
	}
}

const results = { passed: 0, failed: 0 };
function step(name, program, args) {
	console.log(`\n— ${name}`);
	const { status } = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
	if (status === 0) results.passed += 1;
	else {
		results.failed += 1;
		console.log(`${name}: failed`);
	}
}

readyBrowser();
if (findBrowser())
	console.log(`browser: ${execFileSync(findBrowser(), ['--version', '--no-sandbox']).toString().trim()}`);
else {
	results.failed += 1;
	console.log('No Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.');
}

const folder = mkdtempSync(join(tmpdir(), 'watphon-test-'));
const report = join(folder, 'vitest.json');
step('types', 'npm', ['run', '--silent', 'check']);
step('lint', 'npm', ['run', '--silent', 'lint']);
step('build', 'npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']);
step('tests', 'npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
if (existsSync(report)) {
	const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
	results.passed += numPassedTests;
	// A test that did not run is not a test that passed.
	results.failed += numFailedTests + numPendingTests + numTodoTests;
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${results.passed} passed, ${results.failed} failed`);
process.exitCode = results.failed === 0 ? 0 : 1;
