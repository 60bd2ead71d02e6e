// The command line: npm run --silent kpi -- <command>
import { writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import process from 'node:process';
import { runCommandLine } from './lib/server/commands/run.ts';

function userName(): string {
	try {
		return userInfo().username;
	} catch {
		// A machine may not name the user it runs us as.
		return String(process.getuid?.() ?? '');
	}
}

// Whoever reads our output may stop early (| head); that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
	// npm runs scripts in the project's folder; relative paths are meant from where the user stands.
	cwd: (process.env.npm_lifecycle_event === 'kpi' ? process.env.INIT_CWD : undefined) ?? process.cwd(),
	who: userName(),
	out: (text) => process.stdout.write(text),
	err: (text) => process.stderr.write(text),
	write: (path, bytes) => writeFile(path, bytes)
});
