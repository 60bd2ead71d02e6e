import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 A and AA, as `rule: element`. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
	await page.evaluate(axe);
	return await page.evaluate(async () => {
		const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
		const { axe } = globalThis as unknown as {
			axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
		};
		const { violations } = await axe.run({ runOnly: tags });
		return violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.target.join(' ')}`));
	});
}
