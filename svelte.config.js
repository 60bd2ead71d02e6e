import adapter from '@sveltejs/adapter-node';

export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter()
	}
};
