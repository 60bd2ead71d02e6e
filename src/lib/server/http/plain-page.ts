// The page of an answer that comes before any page of ours could be made: a heading and a sentence, and nothing to load.
import { createHash } from 'node:crypto';

const style =
	":root{color-scheme:light dark}body{font:18px/32px Sarabun,'Noto Sans Thai',Tahoma,sans-serif;max-width:36em;margin:12vh auto;padding:0 24px;overflow-wrap:anywhere}h1{font-size:24px;line-height:40px}";

/** What a policy calls a sheet or a script that stands in the page. */
export const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const plainPage = {
	headers: {
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': `default-src 'none'; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
		'cache-control': 'no-store'
	},
	/** `onward`: the address to which the page goes on by itself, and the words of its link. */
	write(heading: string, sentence: string, onward?: { readonly href: string; readonly words: string }): string {
		const goes = onward && `<meta http-equiv="refresh" content="0;url=${escape(onward.href)}">`;
		const link = onward && `<p><a href="${escape(onward.href)}">${escape(onward.words)}</a></p>`;
		return `<!doctype html><html lang="th"><meta charset="utf-8"><meta name="viewport" content="width=device-width">${goes ?? ''}<title>${escape(heading)} · วัดผล</title><style>${style}</style><h1>${escape(heading)}</h1><p>${escape(sentence)}</p>${link ?? ''}</html>`;
	}
} as const;
