import { hashOf } from '$lib/server/http/plain-page.ts';
import { framed } from './framed.ts';
import thai from '@fontsource/sarabun/files/sarabun-thai-400-normal.woff2?url';

const style = `@font-face{font-family:Sarabun;src:url('${thai}') format('woff2')}:root{color-scheme:light dark}body{font:16px/28px Sarabun,'Noto Sans Thai',Tahoma,sans-serif;margin:24px}`;

/** A page for the frame that shows documents: what has to be put right before there is one to show. */
export function writeTrouble(sentences: readonly string[]): Response {
	const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
	const items = [...new Set(sentences)].map((sentence) => `<li>${escape(sentence)}</li>`).join('');
	const page = `<!doctype html><html lang="th"><meta charset="utf-8"><title>ยังไม่มีตัวอย่าง</title>
<style>${style}</style>
<p>ยังแสดงตัวอย่างไม่ได้ แก้เรื่องต่อไปนี้ก่อน</p><ul>${items}</ul></html>`;
	return new Response(page, {
		status: 422,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'cache-control': 'no-store',
			...framed(`default-src 'none'; style-src ${hashOf(style)}; font-src 'self'`)
		}
	});
}
