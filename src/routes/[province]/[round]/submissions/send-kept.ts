import { nameDownload } from '$lib/server/imports/clean-name.ts';

/** A file as it was received, to be saved and never to be opened in the browser: it is somebody else's. */
export const sendKept = ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Response =>
	new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': 'application/octet-stream',
			'content-length': String(bytes.byteLength),
			'content-disposition': nameDownload(name),
			'x-content-type-options': 'nosniff',
			'content-security-policy': "default-src 'none'; sandbox",
			'cache-control': 'private, no-cache'
		}
	});
