// What a browser calls itself, in the words by which its owner knows it: Chrome · Windows.

const browsers = [
	[/ Line\//i, 'LINE'],
	[/\bEdgA?\//, 'Edge'],
	[/\bOPR\//, 'Opera'],
	[/SamsungBrowser\//, 'Samsung Internet'],
	[/\b(?:Firefox|FxiOS)\//, 'Firefox'],
	[/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
	[/\bSafari\//, 'Safari']
] as const;

const systems = [
	[/\biPad\b/, 'iPad'],
	[/\biPhone\b/, 'iPhone'],
	[/\bAndroid\b/, 'Android'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac OS X\b/, 'Mac'],
	[/\bCrOS\b/, 'Chromebook'],
	[/\bLinux\b/, 'Linux']
] as const;

const find = (list: typeof browsers | typeof systems, agent: string): string | null =>
	list.find(([pattern]) => pattern.test(agent))?.[1] ?? null;

export function nameBrowser(agent: string): string {
	const words = [find(browsers, agent), find(systems, agent)].filter((word) => word !== null);
	return words.length > 0 ? words.join(' · ') : 'ไม่ทราบเบราว์เซอร์';
}
