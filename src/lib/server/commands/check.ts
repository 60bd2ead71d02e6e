import type { Finding } from '../../agreement/check.ts';
import { proveAgreement } from '../../scoring/prove.ts';
import type { Problem } from '../../submission/entry.ts';
import { districtsOf, listRounds, locateLetter, readLetter } from '../rounds/letters.ts';
import { errorAbout, Refusal, warningAbout } from '../refusal.ts';
import { say } from '../sentences.ts';
import type { Command, Desk } from './command.ts';

interface Checked {
	/** null where the file is no letter */
	readonly agreement: string | null;
	readonly file: string;
	readonly problems: readonly Problem[];
	readonly findings: readonly Finding[];
}

function checkLetter(name: string, desk: Desk): Checked {
	const { path, demo } = locateLetter(name, desk.cwd);
	try {
		const letter = readLetter(path, demo);
		return {
			agreement: letter.agreement.agreement,
			file: letter.file,
			problems: [],
			findings: proveAgreement(letter.agreement, districtsOf(letter)).map(inFull)
		};
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { agreement: null, file: name, problems: error.problems, findings: [] };
	}
}

/** Every finding has every field that readers of the JSON rely on. */
const inFull = ({
	severity,
	code,
	at,
	message,
	clause = null,
	witness = null,
	reading = null,
	...more
}: Finding): Finding => ({
	severity,
	code,
	at,
	clause,
	message,
	witness,
	reading,
	...more
});

const isOpen = ({ severity }: Finding) => severity === 'error' || severity === 'warning';

function asProblem(file: string, { severity, code, at, message }: Finding): Problem {
	return (severity === 'error' ? errorAbout : warningAbout)(file, code, `${at}: ${message}`);
}

export const check: Command = {
	name: 'check',
	usage: 'check [ข้อตกลง…] [--all] [--json]',
	flags: ['all'],
	least: 0,
	most: Infinity,
	json: true,
	needs: 'nothing',
	run(words, desk) {
		const names = words.names.length === 0 ? listRounds(true) : words.names;
		const all = words.flags.includes('all');
		const proved = names.map((name) => checkLetter(name, desk));
		const problems = proved.map((one) => [
			...one.problems,
			...one.findings.filter(isOpen).map((finding) => asProblem(one.file, finding))
		]);
		desk.tell(problems.flat());
		const count = (of: readonly Problem[], severity: Problem['severity']) =>
			of.filter((p) => p.severity === severity).length;
		if (words.json) {
			const shown = all ? proved : proved.map((one) => ({ ...one, findings: one.findings.filter(isOpen) }));
			desk.print(JSON.stringify({ agreements: shown }, null, '\t') + '\n');
		} else {
			for (const [at, { agreement, file, findings }] of proved.entries()) {
				const mine = problems[at] ?? [];
				desk.print(say.checked(agreement ?? file, count(mine, 'error'), count(mine, 'warning')) + '\n');
				if (!all) continue;
				for (const finding of findings.filter((one) => !isOpen(one)))
					desk.print(`  ${finding.at}: ${finding.message}\n`);
			}
		}
		return Promise.resolve(count(problems.flat(), 'error') === 0 ? 0 : 1);
	}
};
