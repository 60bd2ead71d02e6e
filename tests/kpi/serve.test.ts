import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { withFolder } from '../server/with-store.ts';
import { runKpi } from './run-kpi.ts';

test('a port that is taken is told in Thai before anything is done to the store', async () => {
	await withFolder(async (folder) => {
		const other = createServer();
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		const { port } = other.address() as AddressInfo;
		const ran = await runKpi(['serve'], folder, folder, { PORT: String(port) });
		other.close();
		expect(ran).toMatchObject({ exit: 1, out: '' });
		expect(ran.err).toBe(`พอร์ต ${port} มีโปรแกรมอื่นใช้อยู่ ปิดโปรแกรมนั้น หรือเปิดที่พอร์ตอื่นด้วย PORT=${port + 1} npm start\n`);
	});
});

test.each([
	[{ PORT: '80a' }, 2, 'PORT=80a ไม่ใช่เลขพอร์ต'],
	[{ PORT: '70000' }, 2, 'PORT=70000 ไม่ใช่เลขพอร์ต'],
	[{ PORT: '38917', HOST: '203.0.113.9' }, 1, 'เปิดที่ HOST=203.0.113.9 ไม่ได้']
] as const)('%j: exit %i', async (environment, exit, sentence) => {
	await withFolder(async (folder) => {
		const ran = await runKpi(['serve'], folder, folder, environment);
		expect(ran).toMatchObject({ exit, out: '' });
		expect(ran.err).toContain(sentence);
	});
});
