import adapter from '@sveltejs/adapter-node';
import { createHash } from 'node:crypto';

// The one style that comes in an attribute is Kit's own: of the place where a living page tells readers of screens that it moved.
const hidden =
	'position: absolute; left: 0; top: 0; clip: rect(0 0 0 0); clip-path: inset(50%); overflow: hidden; white-space: nowrap; width: 1px; height: 1px';
const announcer = `sha256-${createHash('sha256').update(hidden).digest('base64')}`;

export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter(),
		// the few styles of a page come with it: what is first painted waits for no other request
		inlineStyleThreshold: 32 * 1024,
		// some pages are sent under the address of what they stand for: what they load is named from the root
		paths: { relative: false },
		// pages are kept as bytes, so what they hold is named by its hash; answers that are no pages have http/front-door.ts's
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self', 'unsafe-hashes', announcer],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				// settings show the document they make
				'frame-src': ['self', 'blob:'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'frame-ancestors': ['none']
			}
		}
	}
};
