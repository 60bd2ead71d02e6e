import { readDigits, readTheme, type Display } from '$lib/components/display.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ cookies, url }) => {
	const display: Display = {
		theme: readTheme(url.searchParams.get('theme')) ?? readTheme(cookies.get('theme')),
		digits: readDigits(url.searchParams.get('digits')) ?? readDigits(cookies.get('digits')) ?? 'arabic'
	};
	return { display };
};
