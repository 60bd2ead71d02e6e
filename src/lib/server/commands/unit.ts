import { existsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { refuse } from '../refusal.ts';
import { projectRoot, storeDirectory } from '../root.ts';
import { runningWords } from '../running/sentences.ts';
import { unitSettings, writeUnit } from '../running/unit.ts';
import type { Command } from './command.ts';

export const unit: Command = {
	name: 'unit',
	usage: 'unit [--user ผู้ใช้ของเครื่อง]',
	least: 0,
	most: 0,
	options: ['user'],
	needs: 'nothing',
	run({ options }, desk) {
		if (process.platform !== 'linux') throw refuse('no_systemd', runningWords.unitLinuxOnly);
		const store = storeDirectory();
		const settings = Object.fromEntries(
			unitSettings.flatMap((name) => {
				const value = process.env[name];
				return value === undefined || value === '' ? [] : [[name, value]];
			})
		);
		desk.print(
			writeUnit({
				...{ root: projectRoot, node: process.execPath, store, settings },
				user: options['user'] ?? desk.who,
				memory: totalmem()
			})
		);
		const there = { store: existsSync(store), built: existsSync(join(projectRoot, 'build', 'index.js')) };
		for (const line of runningWords.unitSteps(store, there)) desk.remark(line);
		return Promise.resolve(0);
	}
};
