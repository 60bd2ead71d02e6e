// The command line: npm run --silent kpi -- <command>
import { mkdir, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { plainOutput } from './lib/server/commands/plain-output.ts';
import { runCommandLine } from './lib/server/commands/run.ts';

function userName(): string {
	try {
		return userInfo().username;
	} catch {
		// A machine may not name the user it runs us as.
		return String(process.getuid?.() ?? '');
	}
}

/** A folder named for the first time is made; one that lies in nowhere is a slip of the pen. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
	await mkdir(dirname(path)).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'EEXIST') throw error;
	});
	await writeFile(path, bytes);
}

// Whoever reads our output may stop early (| head); that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
	// npm runs scripts in the project's folder; relative paths are meant from where the user stands.
	cwd: (process.env.npm_lifecycle_event === 'kpi' ? process.env.INIT_CWD : undefined) ?? process.cwd(),
	who: userName(),
	signal: new AbortController().signal,
	out: (said) => process.stdout.write(plainOutput(said)),
	err: (said) => process.stderr.write(plainOutput(said)),
	input: () => text(process.stdin),
	write
});
