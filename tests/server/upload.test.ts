import { expect, test } from 'vitest';
import { uploadWords } from '../../src/lib/server/http/sentences-upload.ts';
import { limitBody, type UploadFault, type UploadLimits } from '../../src/lib/server/http/upload.ts';

const limits: UploadLimits = { bytes: 1000, parts: 3, silence: 50, whole: 200, together: 1500 };
const encode = (text: string) => new TextEncoder().encode(text);

/** `chunk` so many times; a stream that is asked for more than it may says so. */
function stream(chunk: string, times: number, pause = 0): { body: ReadableStream<Uint8Array>; sent: () => number } {
	let sent = 0;
	const body = new ReadableStream<Uint8Array>(
		{
			pull: async (controller) => {
				if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
				if (sent === times) controller.close();
				else controller.enqueue(encode(chunk));
				sent += 1;
			}
		},
		{ highWaterMark: 0 }
	);
	return { body, sent: () => sent };
}

function send(body: ReadableStream<Uint8Array> | string, headers: Readonly<Record<string, string>> = {}) {
	const options: RequestInit & { duplex: 'half' } = { method: 'POST', body, headers, duplex: 'half' };
	return limitBody(new Request('http://localhost/', options), limits, (fault) => new Error(JSON.stringify(fault)));
}

async function faultOf(reading: Promise<unknown>): Promise<UploadFault> {
	const refused = await reading.then(
		() => undefined,
		(error: unknown) => error
	);
	if (!(refused instanceof Error)) throw new Error('it was not refused');
	return JSON.parse(refused.message) as UploadFault;
}

test('what fits is read as it came', async () => {
	const { request, release } = send(stream('ก', 100).body);
	expect(await request.text()).toBe('ก'.repeat(100));
	release();
});

test('what is too large by its own word is not read at all', async () => {
	const { body, sent } = stream('x', 2000);
	const { request } = send(body, { 'content-length': '200000000' });
	expect(await faultOf(request.text())).toEqual({ kind: 'too_big', most: 1000 });
	expect(sent()).toBe(0);
});

test('what never ends is read to the limit and no further', async () => {
	const { body, sent } = stream('x'.repeat(100), Infinity);
	const { request, release } = send(body);
	expect(await faultOf(request.arrayBuffer())).toEqual({ kind: 'too_big', most: 1000 });
	expect(sent()).toBe(11);
	release();
});

test('what stops coming, or trickles, is given up', async () => {
	const silent = send(stream('x', 5, 100_000).body);
	const trickling = send(stream('x', 1000, 20).body);
	expect(await faultOf(silent.request.text())).toEqual({ kind: 'too_slow' });
	expect(await faultOf(trickling.request.text())).toEqual({ kind: 'too_slow' });
	silent.release();
	trickling.release();
});

test('a form of more parts than are taken is refused while it comes, however its marks are cut', async () => {
	const type = { 'content-type': 'multipart/form-data; boundary=zz' };
	const form = (parts: number) =>
		`${Array.from({ length: parts }, (_, n) => `--zz\r\ncontent-disposition: form-data; name="${n}"\r\n\r\n1\r\n`).join('')}--zz--\r\n`;
	const byByte = (text: string) => {
		const letters = encode(text).values();
		return new ReadableStream<Uint8Array>({
			pull: (controller) => {
				const next = letters.next();
				if (next.done === true) controller.close();
				else controller.enqueue(Uint8Array.of(next.value));
			}
		});
	};
	const few = send(byByte(form(3)), type);
	expect([...(await few.request.formData()).keys()]).toEqual(['0', '1', '2']);
	const many = send(byByte(form(4)), type);
	expect(await faultOf(many.request.formData())).toEqual({ kind: 'too_many_parts', most: 3 });
	few.release();
	many.release();
});

test('together requests hold no more than there is room for, and what is answered makes room', async () => {
	const first = send('x'.repeat(900));
	expect((await first.request.text()).length).toBe(900);
	const second = send('x'.repeat(900));
	expect(await faultOf(second.request.text())).toEqual({ kind: 'too_many_at_once' });
	first.release();
	second.release();
	const third = send('x'.repeat(900));
	expect((await third.request.text()).length).toBe(900);
	third.release();
	third.release();
});

test.each([
	[{ kind: 'too_big', most: 64 * 1024 * 1024 }, '64 เมกะไบต์'],
	[{ kind: 'too_many_parts', most: 2000 }, '2,000 ไฟล์'],
	[{ kind: 'too_slow' }, 'ส่งใหม่'],
	[{ kind: 'too_many_at_once' }, 'รอสักครู่']
] as const)('%j is told in Thai', (fault, words) => {
	expect(uploadWords.refused(fault)).toContain(words);
	expect(uploadWords.refused(fault)).toContain('ยังไม่มีอะไรถูกบันทึก');
});
