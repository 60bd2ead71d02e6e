import process from 'node:process';
import { log, logManner } from '../running/log.ts';
import { sayCommand } from '../running/say-command.ts';
import { runningWords } from '../running/sentences.ts';
import { peopleWords } from './sentences.ts';

/** Whoever sees the server's window decides who gets the first account; a log that is kept is told how to ask for the link. */
export function tellFirstLink(address: string): void {
	if (logManner() === 'text') process.stderr.write(`${peopleWords.first(address)}\n`);
	else log({ level: 'warn', event: 'no_director', message: runningWords.firstByCommand(sayCommand('user link')) });
}
