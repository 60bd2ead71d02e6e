// A server that is killed while it answers the first command it is asked. Run by beside-server.test.ts.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { announceServer } from '../../src/lib/server/beside.ts';
import { takeLock } from '../../src/lib/server/store/lock.ts';

const [folder = ''] = process.argv.slice(2);
if (takeLock(folder) === null) throw new Error('somebody else has the store');
const server = createServer((_, response) => {
	response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
	response.write('{"out":"', () => process.kill(process.pid, 'SIGKILL'));
});
server.listen(0, '127.0.0.1', () => {
	const { port } = server.address() as AddressInfo;
	void announceServer(folder, `http://127.0.0.1:${port}`).then(() => process.stdout.write('ready\n'));
});
