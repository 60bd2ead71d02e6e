// A file to keep, under a Thai name where the browser can take one.
import type { RoundView } from '$lib/ranking/round.ts';
import { districtNamed } from '$lib/server/printing/document-fit.ts';
import { makeTemplate } from '$lib/server/imports/template-files.ts';
import type { NamedFile } from '$lib/server/imports/zip-files.ts';

/** An older browser sees `template` and the ending of the name. */
export const sendFile = ({ name, bytes }: NamedFile, type: string): Response =>
	new Response(Uint8Array.from(bytes), {
		headers: {
			'content-type': type,
			'content-length': String(bytes.length),
			'content-disposition': `attachment; filename="template${name.slice(name.lastIndexOf('.'))}"; filename*=UTF-8''${encodeURIComponent(name)}`,
			'cache-control': 'private, no-cache'
		}
	});

/** The template of the district that `?district=` names, by code or by name; of all in one workbook where it names none. */
export const sendTemplate = async (view: RoundView, url: URL): Promise<Response> => {
	const asked = url.searchParams.get('district') ?? '';
	const district = asked === '' ? null : districtNamed(view, asked);
	const file = await makeTemplate(view.agreement, district, view.province);
	return sendFile(file, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
};
