// The memo as pictures: as the regulation has it, and with what an office may set.
import { beforeAll, expect, test } from 'vitest';
import { regulationPaper } from '../../src/lib/ranking/round.ts';
import { printRequest } from '../../src/lib/server/printing/print.ts';
import { plainEmblem } from '../reports/emblem.ts';
import { makeView } from '../reports/fixture.ts';

import { drawPages } from './draw-pages.ts';
import { looksAsKnown } from './hold-pages.ts';

const bands = [
	{ grade: 'ก', name: 'ดีเด่น', from: 90 },
	{ grade: 'ข', name: 'ดีมาก', from: 80 }
];
const views = {
	memo: makeView(),
	'memo-set': makeView({
		office: {
			document_number: 'ขก 0019/123',
			signer: 'นายตัวอย่าง สมมติขึ้นเพื่อทดสอบ',
			signer_position: 'พัฒนาการจังหวัดขอนแก่น',
			shares: { team: 50, individual: 30, competency: 20 },
			bands,
			paper: { ...regulationPaper, emblem: plainEmblem, draft: true, secrecy: 'ลับ' }
		}
	})
} as const;

const pages: Record<string, readonly Uint8Array[]> = {};
beforeAll(async () => {
	for (const [name, view] of Object.entries(views)) {
		pages[name] = await drawPages(await printRequest({ kind: 'memo' }, view, [], 'thai'), 1.25);
	}
});

test.each(Object.keys(views))('%s is two pages', (name) => {
	expect(pages[name]?.length).toBe(2);
});

test.each(Object.keys(views).flatMap((name) => [1, 2].map((page) => [name, page] as const)))(
	'%s page %d looks as it did',
	(name, page) => {
		expect(looksAsKnown(`${name}-${page}`, pages[name]?.[page - 1] ?? new Uint8Array())).toBe(true);
	}
);
