/** Where to go after signing in: a page of this server that was asked for, and nowhere else. */
export function readBack(text: string | null, here: URL): string {
	// a browser reads a backward stroke as a forward one, and two of them as another host
	if (text === null || !/^\/(?![/\\])/.test(text)) return '/';
	const back = URL.parse(text, here);
	if (back?.origin !== here.origin || /^\/(?:[/\\]|sign-|join\/|closed)/.test(back.pathname)) return '/';
	return back.pathname + back.search;
}
