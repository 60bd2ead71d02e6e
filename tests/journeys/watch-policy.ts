import type { Page } from 'playwright-core';

/** Remembers what the policy of a page refuses it, from the page's first byte on; to be asked before the page is gone to. */
export async function watchPolicy(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const refused: string[] = [];
		Object.assign(globalThis, { refused });
		addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber }) =>
			refused.push(`${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}:${lineNumber}`)
		);
	});
}

/** What was refused so far, as `directive address`. */
export const listRefused = async (page: Page): Promise<readonly string[]> =>
	await page.evaluate(() => (globalThis as unknown as { readonly refused: readonly string[] }).refused);
