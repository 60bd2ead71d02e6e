import { agreement } from './agreement.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { compare } from './compare.ts';
import { describe } from './describe.ts';
import { explain } from './explain.ts';
import { importResults } from './import.ts';
import { journal } from './journal.ts';
import { office } from './office.ts';
import { rank } from './rank.ts';
import { rebuild } from './rebuild.ts';
import { report } from './report.ts';
import { restore } from './restore.ts';
import { rule } from './rule.ts';
import { score } from './score.ts';
import { template } from './template.ts';
import { unit } from './unit.ts';
import { user } from './user.ts';
import { verify } from './verify.ts';

export const commands: readonly Command[] = [
	agreement,
	check,
	compare,
	describe,
	template,
	score,
	explain,
	importResults,
	rank,
	report,
	office,
	rule,
	user,
	unit,
	journal,
	rebuild,
	verify,
	backup,
	restore
];

export function findCommand(name: string): Command | null {
	return commands.find((command) => command.name === name) ?? null;
}
