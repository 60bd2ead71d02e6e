import type { Say } from '$lib/components/say.ts';

/** 512 ไบต์, 48 KB, 1.5 MB */
export function sayBytes(say: Say, bytes: number): string {
	if (bytes < 1024) return `${say.text(bytes)} ไบต์`;
	if (bytes < 1024 * 1024) return `${say.text(Math.round(bytes / 1024))} KB`;
	return `${say.fixed(bytes / 1024 / 1024, 1)} MB`;
}
