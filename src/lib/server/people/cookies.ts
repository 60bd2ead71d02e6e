// Cookies between better-auth, which speaks in headers, and pages, which set them one by one.

export interface SetCookie {
	readonly name: string;
	/** as it goes over the wire */
	readonly value: string;
	/** seconds; 0 takes it away */
	readonly maxAge: number;
	readonly secure: boolean;
}

/** All are HttpOnly, SameSite=Lax and of the whole site. */
export function readSetCookies(headers: Headers): readonly SetCookie[] {
	return headers.getSetCookie().map((line) => {
		const [pair = '', ...attributes] = line.split(/;\s*/);
		const cut = pair.indexOf('=');
		const age = attributes.find((one) => /^max-age=/i.test(one));
		return {
			name: pair.slice(0, cut),
			value: pair.slice(cut + 1),
			maxAge: Number(age?.slice('max-age='.length) ?? 0),
			secure: attributes.some((one) => /^secure$/i.test(one))
		};
	});
}

/** The value of one cookie of a request. */
export function readCookie(headers: Headers, name: string): string | null {
	for (const pair of headers.get('cookie')?.split(/;\s*/) ?? []) {
		const cut = pair.indexOf('=');
		if (cut > 0 && pair.slice(0, cut).trim() === name) return pair.slice(cut + 1);
	}
	return null;
}
