import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { liftStyles } from '../../src/lib/server/http/lift-styles.ts';

const page = (body: string) => `<html><head><title>หน้า</title></head><body>${body}</body></html>`;
const sheetOf = (html: string) => /<style>([^]*)<\/style><\/head>/.exec(html)?.[1] ?? null;

test('what elements wear stands once in a sheet that its hash names', () => {
	const { html, hash } = liftStyles(
		page(
			'<b class="x" style="--fill: var(--level3)">ก</b><i style="width: 37.5%;"></i><b style="--fill: var(--level3)">ข</b>'
		)
	);
	expect(html).toContain('<b class="x" data-look="0">ก</b><i data-look="1"></i><b data-look="0">ข</b>');
	const sheet = sheetOf(html) ?? '';
	expect(sheet).toBe('[data-look="0"]:not(#_){--fill: var(--level3)}\n[data-look="1"]:not(#_){width: 37.5%;}');
	expect(hash).toBe(`'sha256-${createHash('sha256').update(sheet).digest('base64')}'`);
});

test.each([
	'--template: var(--name) minmax(0, 1fr) repeat(6, 49px)',
	'grid-column: 3; grid-row: 12',
	'width: 12%; background: var(--level4); color: var(--on4); border-color: var(--edge4)',
	'--sign: url(&quot;data:image/svg+xml,%3Csvg%20xmlns%3D%22x%22%3E&quot;)',
	'left: -4.5px',
	'text-anchor: middle'
])('%s is lifted', (style) => {
	const { html } = liftStyles(page(`<b style="${style}"></b>`));
	expect(html).not.toContain('style="');
	expect(sheetOf(html)).toContain(`{${style.replaceAll('&quot;', '"')}}`);
});

describe('what could reach out of a page, or stands for something else, stays where the policy refuses it', () => {
	test.each([
		'background: url(https://elsewhere.example/x)',
		'background: url(//elsewhere.example/x)',
		'--x: url(&quot;https://elsewhere.example&quot;)',
		'--x: url(&quot;data:image/svg+xml,a&quot;) url(b)',
		'background: image-set(a 1x)',
		'background: URL(a)',
		'position: fixed',
		'color: red}body{display:none',
		'color: red</style><script>alert(1)</script>',
		String.raw`color: re\64`,
		'color: /* */ red',
		'width: attr(data-x)',
		'display: none',
		'width'
	])('%s', (style) => {
		const given = page(`<b style="${style}"></b>`);
		expect(liftStyles(given)).toEqual({ html: given, hash: null });
	});
});

test('words that look like a tag or a style are left as words', () => {
	const given = page(
		`<p title="a style=">x style="width: 1px" &lt;b style="width: 1px"></p><script>const a = '<b style="width: 1px">';</script><style>b{content:'<b style="width: 1px">'}</style>`
	);
	expect(liftStyles(given)).toEqual({ html: given, hash: null });
	const beside = liftStyles(page('<p title="a style=" style="width: 1px" lang="th">ก</p>'));
	expect(beside.html).toContain('<p title="a style=" data-look="0" lang="th">ก</p>');
});
