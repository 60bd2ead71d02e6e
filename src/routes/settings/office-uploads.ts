// The files of the settings form: an emblem and two faces of a font. What was taken is carried in the page while another
// field is put right, because a browser does not keep a file chosen.
import type { Emblem } from '$lib/ranking/round.ts';
import type { Fonts } from '$lib/reports/typesetting/print.ts';
import { checkEmblem } from '$lib/server/office/emblem.ts';
import { fitFont } from '$lib/server/office/own-font.ts';
import { say } from '$lib/server/sentences.ts';
import type { Wrong } from './office-form.ts';

export interface Uploads {
	/** undefined stays as it is, null is taken away */
	readonly emblem: Emblem | null | undefined;
	readonly fonts: Fonts | null | undefined;
	readonly wrong: Wrong;
	/** bytes to carry along, in base64, by the name of their field */
	readonly carried: Readonly<Record<string, string>>;
}

export async function readUploads(form: FormData): Promise<Uploads> {
	const wrong: Record<string, string> = {};
	const carried: Record<string, string> = {};
	const [picture, regular, bold] = await Promise.all(
		['emblem', 'font.regular', 'font.bold'].map((field) => readFile(form, field))
	);

	let emblem: Emblem | null | undefined = form.has('remove.emblem') ? null : undefined;
	if (picture != null) {
		const checked = checkEmblem(picture);
		if (checked.kind === 'refused') wrong.emblem = checked.why;
		else {
			emblem = checked.emblem;
			carried.emblem = toBase64(picture);
		}
	}

	let fonts: Fonts | null | undefined = form.has('remove.fonts') ? null : undefined;
	for (const [field, bytes] of [
		['font.regular', regular],
		['font.bold', bold]
	] as const) {
		if (bytes == null) continue;
		const fitted = fitFont(bytes);
		if (fitted.kind === 'refused') wrong[field] = fitted.why;
		else carried[field] = toBase64(bytes);
	}
	if (regular != null && bold != null) fonts = { regular, bold };
	else if (regular != null || bold != null) wrong[regular == null ? 'font.regular' : 'font.bold'] ??= say.fontPair;
	return { emblem, fonts, wrong, carried };
}

/** What was chosen now, else what was carried along; null where neither. */
async function readFile(form: FormData, field: string): Promise<Uint8Array | null> {
	const chosen = form.get(field);
	if (chosen instanceof File && chosen.size > 0) return new Uint8Array(await chosen.arrayBuffer());
	const carried = form.get(`carried.${field}`);
	return typeof carried === 'string' && carried !== '' ? Uint8Array.from(Buffer.from(carried, 'base64')) : null;
}

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
