/** Headers of what the page of settings shows in a frame, and of nothing else. */
export const framed = (policy: string): Readonly<Record<string, string>> => ({
	'content-security-policy': `${policy}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
	'x-frame-options': 'SAMEORIGIN'
});
