import type { Problem } from '../submission/entry.ts';

/** Something the user or the machine's state does not allow, already said in Thai. Wrong code throws anything else. */
export class Refusal extends Error {
	readonly problems: readonly Problem[];
	/** 1: problems found; 2: the command was used wrongly */
	readonly exit: 1 | 2;

	constructor(problems: readonly Problem[], exit: 1 | 2 = 1) {
		super(problems.map((problem) => problem.message).join('\n'));
		this.name = 'Refusal';
		this.problems = problems;
		this.exit = exit;
	}
}

/** An error about a file (or about nothing in particular: file ''), ready to be shown. */
export function errorAbout(file: string, code: string, message: string, line?: number): Problem {
	return { severity: 'error', code, at: { file, line }, message };
}

export function warningAbout(file: string, code: string, message: string): Problem {
	return { severity: 'warning', code, at: { file }, message };
}

export function refuse(code: string, message: string, file = ''): Refusal {
	return new Refusal([errorAbout(file, code, message)]);
}

export function wrongUse(message: string): Refusal {
	return new Refusal([errorAbout('', 'wrong_use', message)], 2);
}
