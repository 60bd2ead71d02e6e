import { error } from '@sveltejs/kit';
import type { DocumentRequest } from '$lib/reports/documents.ts';
import { getApp } from '$lib/server/app.ts';
import type { Office, RoundView } from '$lib/ranking/round.ts';
import { listSections } from '../list-sections.ts';
import { checkOfficeForm, readOfficeForm } from '../office-form.ts';
import { readUploads } from '../office-uploads.ts';
import { framed } from './framed.ts';
import { writeTrouble } from './write-trouble.ts';
import type { RequestHandler } from './$types';

/** The newest round with results, else the newest letter: its documents show what the settings do. */
async function newestRound(): Promise<RoundView> {
	const app = await getApp();
	const rounds = await app.rounds();
	const newest = rounds.find((round) => round.newest !== null) ?? rounds[0];
	const view = newest === undefined ? null : await app.round(newest.id);
	if (view === null) error(404, 'ยังไม่มีข้อตกลงของรอบใด จึงยังไม่มีเอกสารให้ดูตัวอย่าง');
	return view;
}

function wanted(kind: string | null, { province }: RoundView): DocumentRequest {
	const [first] = province.districts;
	return kind === 'letter' && first !== undefined ? { kind: 'letter', district: first.code } : { kind: 'memo' };
}

async function print(kind: string | null, office: Office | null): Promise<Response> {
	const app = await getApp();
	const view = await newestRound();
	const { bytes } = await app.document(view.id, wanted(kind, view), null, office === null ? {} : { office });
	return new Response(bytes, {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': 'inline; filename="preview.pdf"',
			'cache-control': 'no-store',
			...framed("default-src 'none'")
		}
	});
}

/** Under the settings in force. */
export const GET: RequestHandler = ({ url }) => print(url.searchParams.get('kind'), null);

/** Under the settings of the form, which are not saved. */
export const POST: RequestHandler = async ({ request, url }) => {
	const app = await getApp();
	const sections = await listSections(app);
	const form = await request.formData();
	const uploads = await readUploads(form);
	const emblem = uploads.emblem === undefined ? (await app.office()).paper.emblem : uploads.emblem;
	const values = readOfficeForm(
		form,
		sections.map((s) => s.section)
	);
	const checked = checkOfficeForm(values, emblem);
	const wrong = { ...checked.wrong, ...uploads.wrong };
	if (checked.office === null || Object.keys(wrong).length > 0) return writeTrouble(Object.values(wrong));
	return await print(url.searchParams.get('kind'), checked.office);
};
