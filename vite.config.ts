import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** What every living page needs, in one file: many small ones cost more in heads than they hold. */
const base = { name: 'base', test: /node_modules[\\/](svelte|@sveltejs|esm-env|clsx|devalue)[\\/]/, minShareCount: 2 };

export default defineConfig({
	plugins: [sveltekit()],
	ssr: { external: ['@duckdb/node-api', 'better-auth', 'pdfmake'] },
	environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [base] } } } } } },
	test: { include: ['tests/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 3 }
});
