// npm test: everything, in the order in which a fault is cheapest to find. Ends with a line `N passed, N failed`.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const browsers = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const findBrowser = () => browsers.find((path) => path !== undefined && existsSync(path));

/** Programs that read back what is made, the Debian package each is in, and the words to which it answers and ends. */
const readers = [
	['pdftotext', 'poppler-utils', ['-v']],
	['mutool', 'mupdf-tools', ['-v']],
	['soffice', 'libreoffice-calc-nogui', ['--version']]
];
const isThere = (program, words) => spawnSync(program, words, { stdio: 'ignore' }).error === undefined;
const findMissing = () => readers.filter(([program, , words]) => !isThere(program, words));

/** Debian's packages of these names, where there is Debian; what is still missing is said plainly afterwards. */
function install(packages) {
	if (packages.length === 0 || process.platform !== 'linux') return;
	console.log(`Installing from Debian: ${packages.join(', ')}.`);
	const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	for (const words of [
		['apt-get', 'update', '-qq'],
		['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages]
	]) {
		const [program = '', ...args] = [...root, ...words];
		spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
	}
}

// Every test file has a process of its own, and most load the same libraries.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache');

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

// The journeys need a real browser, what is printed is read back with two viewers besides pdf.js, and templates are opened and
// saved with LibreOffice.
install([...(findBrowser() ? [] : ['chromium']), ...findMissing().map(([, name]) => name)]);
if (findBrowser())
	console.log(`browser: ${execFileSync(findBrowser(), ['--version', '--no-sandbox']).toString().trim()}`);
else {
	results.failed += 1;
	console.log('No Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.');
}
for (const [program, name] of findMissing()) {
	results.failed += 1;
	console.log(`No ${program}. Install it (Debian: apt-get install ${name}).`);
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
