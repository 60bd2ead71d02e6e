// Imports two files at a time until it is killed, saying each number it was promised. Run by killed.test.ts.
import process from 'node:process';
import { openApp } from '../../src/lib/server/app.ts';
import { planFile, whose } from './with-store.ts';

const [folder = '', from = '0'] = process.argv.slice(2);
const app = await openApp(folder);
for (let n = Number(from); ; n++) {
	const files = ['4001', '4002'].map((district) =>
		planFile(`${n}-${district}.csv`, district, (50 + n / 1000).toFixed(3))
	);
	const { accepted, receipts, problems } = await app.importArriving(files, whose);
	if (!accepted) throw new Error(problems.map(({ message }) => message).join('\n'));
	process.stdout.write(`${n} ${receipts.map((receipt) => receipt.number).join(' ')}\n`);
}
