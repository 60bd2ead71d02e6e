import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Act, ImportedFile } from '../../src/lib/server/store/acts.ts';
import { openApp, type App } from '../../src/lib/server/app.ts';
import type { Arriving } from '../../src/lib/server/imports/arriving.ts';

export async function withFolder<Answer>(use: (folder: string) => Promise<Answer>): Promise<Answer> {
	const folder = await mkdtemp(join(tmpdir(), 'watphon-'));
	try {
		return await use(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

export async function withApp<Answer>(folder: string, use: (app: App) => Promise<Answer>): Promise<Answer> {
	const app = await openApp(folder);
	try {
		return await use(app);
	} finally {
		await app.close();
	}
}

export const round = 'khon-kaen/2565-2';
export const whose = { who: 'สมหมาย', demo: false };

/** A file that says the plan of one district was reached by so many percent. */
export function planFile(name: string, district: string, percent: string): Arriving {
	const text = `district,section,indicator,input,value\n${district},team,2,plan_achievement_pct,${percent}\n`;
	return { name, bytes: new TextEncoder().encode(text), round, sender: 'สพอ.', received_at: null };
}

const file: ImportedFile = {
	number: 1,
	round,
	file: 'a.csv',
	sha256: 'a'.repeat(64),
	bytes: 12,
	sender: null,
	received_at: '2022-09-12T10:00:00+07:00',
	entries: 1,
	districts: ['4001']
};
export const act: Act = {
	at: '2022-09-12T10:00:00+07:00',
	who: 'สมหมาย',
	act: 'import',
	round,
	what: { files: [file] }
};
