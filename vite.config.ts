import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** What every living page needs, in one file: many small ones cost more in heads than they hold. */
const base = { name: 'base', test: /node_modules[\\/](svelte|@sveltejs|esm-env|clsx|devalue)[\\/]/, minShareCount: 2 };

/** Of rooms that touch nothing outside themselves: their files need no process each. */
const pure = ['thai', 'agreement', 'submission', 'scoring', 'ranking', 'charts', 'reports', 'components'].map(
	(room) => `tests/${room}/**/*.test.ts`
);

export default defineConfig({
	plugins: [sveltekit()],
	ssr: { external: ['@duckdb/node-api', 'better-auth', 'pdfmake'] },
	environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [base] } } } } } },
	test: {
		testTimeout: 60_000,
		hookTimeout: 60_000,
		maxWorkers: 3,
		projects: [
			{ extends: true, test: { name: 'pure', include: pure, isolate: false } },
			{ extends: true, test: { name: 'whole', include: ['tests/**/*.test.ts'], exclude: pure } }
		]
	}
});
