import { parseArgs } from 'node:util';
import { wrongUse } from '../refusal.ts';
import { say } from '../sentences.ts';
import type { Command, Words } from './command.ts';

/** Reads the words after a command's name; refuses what the command does not take. */
export function readWords(command: Command, argv: readonly string[]): Words {
	const withValue = command.options ?? [];
	const { tokens } = parseArgs({
		args: [...argv],
		strict: false,
		tokens: true,
		allowPositionals: true,
		options: Object.fromEntries(withValue.map((name) => [name, { type: 'string' as const }]))
	});
	const names: string[] = [];
	const options: Record<string, string> = {};
	const every: Record<string, string[]> = {};
	const flags: string[] = [];
	let json = false;
	for (const token of tokens) {
		if (token.kind === 'positional') names.push(token.value);
		if (token.kind !== 'option') continue;
		if (withValue.includes(token.name)) {
			if (token.value === undefined || token.value === '')
				throw wrongUse(say.optionNeedsValue(token.rawName, command.usage));
			options[token.name] = token.value;
			(every[token.name] ??= []).push(token.value);
		} else if (token.name === 'json' && command.json === true && token.value === undefined) {
			json = true;
		} else if (command.flags?.includes(token.name) === true && token.value === undefined) {
			flags.push(token.name);
		} else {
			throw wrongUse(say.unknownOption(token.rawName, command.usage));
		}
	}
	if (names.length < command.least || names.length > command.most) throw wrongUse(say.usage(command.usage));
	return { names, options, every, flags, json };
}
