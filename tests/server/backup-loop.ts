// Restores a backup once, begins a store anew, or makes one after the other, until it is killed. Run by backup-killed.test.ts.
import process from 'node:process';
import { openApp } from '../../src/lib/server/app.ts';
import { restoreBackup } from '../../src/lib/server/backup/restore.ts';
import { at, backUp } from './backed-up.ts';

const [task = '', store = '', path = ''] = process.argv.slice(2);
if (task === 'restore') {
	process.stdout.write('begins\n');
	await restoreBackup(path, store, { aside: true, at });
	process.stdout.write('done\n');
} else if (task === 'clean') {
	const app = await openApp(store);
	process.stdout.write('begins\n');
	await app.startClean({ who: 'สมหมาย' });
	process.stdout.write('done\n');
	await app.close();
} else {
	const app = await openApp(store);
	process.stdout.write('begins\n');
	for (;;) await backUp(app, path);
}
