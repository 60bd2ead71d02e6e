// Makes the backup of this folder that speaks for a version of the program: a store in which everything was done once, and beside it
// the digits that version scored. Run in a checkout of the version, and keep both files:
//   node --import ./src/load-text.js tests/server/backups/make-backup.ts FOLDER
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { openApp } from '../../../src/lib/server/app.ts';
import { bangkokTime } from '../../../src/lib/server/clock.ts';
import { gatherBackup } from '../../../src/lib/server/backup/contents.ts';
import { programVersion } from '../../../src/lib/server/backup/program-version.ts';
import { writeBackup } from '../../../src/lib/server/backup/write.ts';
import { atTerminal } from '../../../src/lib/server/people/visitor.ts';
import { mustBe } from '../../demo/load-demo.ts';
import { office } from '../backed-up.ts';
import { plan, save, send, typePlan } from '../entry-forms.ts';
import { valueKey } from '../../../src/lib/server/entry/fields.ts';
import { publish } from '../published.ts';
import { planFile, round, whose } from '../with-store.ts';
import { tellDigits } from './tell-digits.ts';

const by = atTerminal('ผู้ทดสอบ');
const [folder = '.'] = process.argv.slice(2);
const store = await mkdtemp(join(tmpdir(), 'watphon-version-'));
const app = await openApp(store);
try {
	await app.importArriving([planFile('a.csv', '4001', '96'), planFile('b.csv', '4002', '81.5')], whose);
	await save(app, typePlan('88.125'));
	await send(app);
	const results = [...(await app.way.look(round)).stamps].slice(0, 1).map(([key, stamp]) => {
		const [district = '', section = '', indicator = ''] = key.split('/');
		return { district, section, indicator, stamp, seen: 0 };
	});
	await app.way.decide(round, { kind: 'return', results, reason: 'ไม่ตรงกับเอกสาร', actor: by, groups: null });
	await app.importArriving([planFile('c.csv', '4001', '86')], whose);
	await app.rule(round, [{ reading: 'X94', indicator: 'individual/7', take: { kind: 'recommended' } }], {
		...{ ...by, reason: 'มติคณะกรรมการครั้งที่ 1' }
	});
	await app.saveOffice(office, by);
	const scope = { role: 'district', province: 'khon-kaen', groups: [], district: '4001' };
	await app.people.invite(by, { ...scope, name: 'ผู้ทดสอบสาม', email: 'three@office.example' });
	await publish(app);
	await app.importArriving([planFile('d.csv', '4003', '77.7')], whose);
	await save(app, typePlan('90', '88.125'), by.who, new Map([[valueKey(plan), '88.125']]));
	const view = mustBe(await app.round(round));
	const at = bangkokTime(new Date());
	const wish = { at, version: programVersion(), signal: new AbortController().signal };
	const { file } = await writeBackup(folder, await app.withStore(gatherBackup), wish);
	const kept = file.replace('watphon-', `${programVersion()}-`);
	await writeFile(kept.replace(/\.tar$/, '.json'), JSON.stringify(tellDigits(view), null, '\t') + '\n');
	await writeFile(`${kept}.gz`, gzipSync(await readFile(file), { level: 9 }));
	await rm(file);
} finally {
	await app.close();
	await rm(store, { recursive: true, force: true });
}
