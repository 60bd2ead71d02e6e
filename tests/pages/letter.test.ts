// The outgoing letter as pictures: to a district with something open, with an emblem and without.
import { expect, test } from 'vitest';
import { regulationPaper } from '../../src/lib/ranking/round.ts';
import { printRequest } from '../../src/lib/server/printing/print.ts';
import { plainEmblem } from '../reports/emblem.ts';
import { makeView } from '../reports/fixture.ts';

import { drawPages } from './draw-pages.ts';
import { looksAsKnown } from './hold-pages.ts';

const office = {
	document_number: 'ขก 0019/123',
	signer: 'นายตัวอย่าง สมมติขึ้นเพื่อทดสอบ',
	signer_position: 'พัฒนาการจังหวัดขอนแก่น',
	paper: {
		...regulationPaper,
		emblem: plainEmblem,
		address: ['ศาลากลางจังหวัดขอนแก่น', 'ถนนหน้าศูนย์ราชการ ขก 40000'],
		contact: ['กลุ่มงานยุทธศาสตร์การพัฒนาชุมชน', 'โทร. 0 0000 0000']
	}
};
const letters = [
	['letter', '4004', makeView()],
	['letter-set', '4026', makeView({ office, demo: false })]
] as const;

test.each(letters)('%s to %s looks as it did', async (name, district, view) => {
	const pages = await drawPages(await printRequest({ kind: 'letter', district }, view, [], 'thai'), 1.25);
	expect(pages.length).toBe(1);
	expect(looksAsKnown(name, pages[0] ?? new Uint8Array())).toBe(true);
});
