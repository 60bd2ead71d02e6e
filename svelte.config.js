import adapter from '@sveltejs/adapter-node';

export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter(),
		// the few styles of a page come with it: what is first painted waits for no other request
		inlineStyleThreshold: 32 * 1024
	}
};
