import { expect, test } from 'vitest';
import { regulationPaper, type Office } from '../../src/lib/ranking/round.ts';
import { checkOfficeForm, readOfficeForm, showOffice } from '../../src/routes/settings/office-form.ts';
import { readUploads } from '../../src/routes/settings/office-uploads.ts';
import { plainEmblem } from '../reports/emblem.ts';
import { sarabun } from '../reports/fonts.ts';

const sections = ['team', 'individual'];
const office: Office = {
	name: 'สำนักงานพัฒนาชุมชนจังหวัดขอนแก่น',
	document_number: 'ขก 0019/123',
	signer: null,
	signer_position: 'พัฒนาการจังหวัดขอนแก่น',
	shares: { team: 60, individual: 40 },
	bands: [{ grade: 'ก', name: 'ดีเด่น', from: 90 }],
	paper: {
		...regulationPaper,
		digits: 'arabic',
		margins: { top: 1.5, right: 2, bottom: 2, left: 3.5 },
		draft: true,
		secrecy: 'ลับ',
		address: ['ศาลากลางจังหวัดขอนแก่น', 'ขก 40000'],
		contact: ['โทร. 0 0000 0000'],
		emblem: plainEmblem
	}
};

/** A form as a browser sends it. */
function send(fields: Readonly<Record<string, string | File>>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}
const check = (fields: Readonly<Record<string, string>>) =>
	checkOfficeForm(readOfficeForm(send(fields), sections), null);

test('settings shown and sent back unchanged are the same settings', () => {
	const shown = showOffice(office, sections);
	const fields: Record<string, string> = { ...shown.lines, 'paper.draft': 'on' };
	for (const [section, share] of Object.entries(shown.shares)) fields[`share.${section}`] = share;
	shown.bands.forEach((band, nth) => {
		fields[`grade.${nth}`] = band.grade;
		fields[`grade_name.${nth}`] = band.name;
		fields[`from.${nth}`] = band.from;
	});
	const form = readOfficeForm(send(fields), sections);
	expect(checkOfficeForm(form, plainEmblem).office).toEqual(office);
});

test('an empty form is the regulation, with nothing set', () => {
	expect(check({}).office).toMatchObject({ name: '', shares: null, bands: null, paper: regulationPaper });
});

test('figures may be typed in Thai digits, lines may end as Windows ends them', () => {
	const { office: read } = check({ 'paper.margins.left': '๓.๕', 'share.team': '๑๐๐', 'paper.address': 'ก\r\nข\r\n' });
	expect(read).toMatchObject({ shares: { team: 100 }, paper: { margins: { left: 3.5 }, address: ['ก', 'ข'] } });
});

const wrong: readonly [Readonly<Record<string, string>>, string, string][] = [
	[{ 'paper.margins.left': '9' }, 'paper.margins.left', 'ระยะขอบ'],
	[{ 'paper.margins.top': 'สอง' }, 'paper.margins.top', 'กรอกเป็นตัวเลข'],
	[{ 'paper.sizes.body': '5' }, 'paper.sizes.body', 'ขนาดตัวอักษร'],
	[{ 'paper.indent': '7' }, 'paper.indent', 'ย่อหน้า'],
	[{ 'paper.address': 'ก\nข\nค\nง' }, 'paper.address', '3 บรรทัด'],
	[{ 'paper.contact': 'ก'.repeat(121) }, 'paper.contact', '120 ตัวอักษร'],
	[{ 'share.team': '70' }, 'shares', '100 พอดี'],
	[{ 'share.team': 'มาก' }, 'shares', 'กรอกเป็นตัวเลข'],
	[{ 'grade.0': 'ก', 'grade_name.0': 'ดี', 'from.0': '101' }, 'bands', 'ระหว่าง 0 ถึง 100'],
	[{ name: 'ก'.repeat(201) }, 'name', '200 ตัวอักษร']
];
test.each(wrong)('%j is told at its field', (fields, field, part) => {
	const { wrong: told } = check(fields);
	expect(Object.keys(told ?? {})).toEqual([field]);
	expect(told?.[field]).toContain(part);
});

test('a file taken is carried along while another field is put right', async () => {
	const svg = plainEmblem.kind === 'svg' ? plainEmblem.svg : '';
	const first = await readUploads(send({ emblem: new File([svg], 'a.svg') }));
	expect(first).toMatchObject({ emblem: plainEmblem, fonts: undefined, wrong: {} });
	const again = await readUploads(send({ 'carried.emblem': first.carried.emblem ?? '' }));
	expect(again.emblem).toEqual(plainEmblem);
});

test('no file chosen leaves all as it is, a tick takes it away', async () => {
	const none = new File([], '');
	expect(await readUploads(send({ emblem: none, 'font.regular': none, 'font.bold': none }))).toEqual({
		emblem: undefined,
		fonts: undefined,
		wrong: {},
		carried: {}
	});
	expect(await readUploads(send({ 'remove.emblem': 'on', 'remove.fonts': 'on' }))).toMatchObject({
		emblem: null,
		fonts: null
	});
});

test('a font is its two faces', async () => {
	const face = (bytes: Uint8Array) => new File([Uint8Array.from(bytes)], 'a.ttf');
	const both = await readUploads(send({ 'font.regular': face(sarabun.regular), 'font.bold': face(sarabun.bold) }));
	expect(both.fonts?.regular.length).toBe(sarabun.regular.length);
	expect(both.wrong).toEqual({});
	const one = await readUploads(send({ 'font.regular': face(sarabun.regular) }));
	expect(one).toMatchObject({
		fonts: undefined,
		wrong: { 'font.bold': expect.stringContaining('ทั้งตัวปกติและตัวหนา') as string }
	});
	expect((await readUploads(send({ emblem: new File(['ตรา'], 'a.txt') }))).wrong['emblem']).toContain('PNG หรือ SVG');
});
