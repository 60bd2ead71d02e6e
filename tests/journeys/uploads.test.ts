// Uploads that no office sends, against the built server: refused in Thai, and the pages go on being served.
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWatphon, type Watphon } from './open-watphon.ts';

let watphon: Watphon;
beforeAll(async () => {
	watphon = await openWatphon();
});
afterAll(() => watphon.close());

const MEGABYTE = 1024 * 1024;

interface Sent {
	readonly answer: string;
	/** bytes that were taken from us before the answer was whole */
	readonly sent: number;
}

/** Sends a form whose body is `chunk` over and over until it is answered. */
function post(headers: readonly string[], chunk: (nth: number) => Buffer | null): Promise<Sent> {
	const { hostname, port, origin, host } = new URL(watphon.url);
	return new Promise((resolve, reject) => {
		const socket = connect(Number(port), hostname);
		let answer = '';
		let sent = 0;
		let nth = 0;
		let over = false;
		const end = () => {
			over = true;
			socket.destroy();
			resolve({ answer, sent });
		};
		const send = (): void => {
			for (let more = true; more && !over;) {
				const next = chunk(nth);
				if (next === null) return;
				nth += 1;
				sent += next.length;
				more = socket.write(next);
			}
		};
		socket.on('data', (data) => {
			answer += data.toString();
			if (answer.includes('</html>') || answer.includes('"}') || answer.endsWith('0\r\n\r\n')) end();
		});
		socket.on('drain', send);
		socket.on('close', end);
		socket.on('error', (error) => (answer === '' ? reject(error) : end()));
		socket.on('connect', () => {
			const from = [`Host: ${host}`, `Origin: ${origin}`, `Cookie: ${watphon.headers['cookie'] ?? ''}`];
			const head = ['POST /khon-kaen/2565-2/submissions HTTP/1.1', ...from, ...headers];
			socket.write(`${head.join('\r\n')}\r\nAccept: text/html\r\n\r\n`);
			send();
		});
	});
}

const form = 'Content-Type: multipart/form-data; boundary=zz';
const file = '--zz\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\n';
const asChunk = (bytes: Buffer): Buffer =>
	Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

test('200 MB are refused by their own word, before they are sent', async () => {
	const { answer, sent } = await post([form, 'Content-Length: 200000000'], (nth) =>
		nth === 0 ? Buffer.from(file) : null
	);
	expect(answer).toContain('HTTP/1.1 413');
	expect(answer).toContain('ส่งมาใหญ่เกิน 64 เมกะไบต์ จึงไม่ได้รับ');
	expect(sent).toBe(file.length);
});

test('an upload without end is broken off at the limit', async () => {
	const more = asChunk(Buffer.alloc(MEGABYTE, 'a'));
	const { answer, sent } = await post([form, 'Transfer-Encoding: chunked'], (nth) =>
		nth === 0 ? asChunk(Buffer.from(file)) : nth < 400 ? more : null
	);
	expect(answer).toContain('HTTP/1.1 413');
	expect(answer).toContain('ส่งมาใหญ่เกิน 64 เมกะไบต์ จึงไม่ได้รับ');
	expect(sent).toBeLessThan(200 * MEGABYTE);
});

test('a hundred thousand parts are not taken apart', async () => {
	const part = '--zz\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n'.repeat(1000);
	const { answer } = await post([form, 'Transfer-Encoding: chunked'], (nth) =>
		nth < 100 ? asChunk(Buffer.from(part)) : null
	);
	expect(answer).toContain('HTTP/1.1 413');
	expect(answer).toContain('ส่งมาพร้อมกันเกิน 2,000 ไฟล์');
});

test('uploads that hang do not keep others from their pages', async () => {
	const hanging = Array.from({ length: 50 }, () =>
		post([form, 'Content-Length: 1000000'], (nth) => (nth === 0 ? Buffer.from(file) : null))
	);
	const page = await fetch(`${watphon.url}/khon-kaen/2565-2`, { headers: watphon.headers });
	expect(page.status).toBe(200);
	expect(await page.text()).toContain('ชุมแพ');
	// They are given up after a while; nobody waits for them here.
	void Promise.allSettled(hanging);
});

test('names that would do harm are shown as text, or cleaned', async () => {
	const body = new FormData();
	body.append('files', new File(['district\n'], '<script>alert(1)</script>\u202efdp.csv'));
	const answer = await fetch(`${watphon.url}/khon-kaen/2565-2/submissions`, {
		method: 'POST',
		body,
		headers: { ...watphon.headers, origin: watphon.url, accept: 'text/html' }
	});
	const page = await answer.text();
	expect(page).not.toContain('<script>alert(1)');
	expect(page).not.toContain('\u202e');
	expect(page).toContain('&lt;script>alert(1)');
});
