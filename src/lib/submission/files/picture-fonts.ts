// Fonts that show pictures for letters: what is ticked and what is crossed out.
const PICTURES: readonly { readonly font: RegExp; readonly signs: Readonly<Record<string, string>> }[] = [
	{
		font: /^wingdings$/i,
		signs: { ü: '✓', '\uf0fc': '✓', û: '✗', '\uf0fb': '✗', þ: '☑', '\uf0fe': '☑', ý: '☒', '\uf0fd': '☒' }
	},
	{
		font: /^wingdings 2$/i,
		signs: { P: '✓', '\uf050': '✓', O: '✗', '\uf04f': '✗', R: '☑', '\uf052': '☑', S: '☒', T: '☒' }
	},
	{ font: /^webdings$/i, signs: { a: '✓', '\uf061': '✓', r: '✗', '\uf072': '✗' } }
];

/** What a cell's text shows in its font: the sign, or the text as it is. */
export const signOf = (text: string, font: string | undefined): string => {
	const letter = text.trim();
	if (font === undefined || letter.length !== 1) return text;
	const bare = font.replace(/['"]/g, '').trim();
	return PICTURES.find((one) => one.font.test(bare))?.signs[letter] ?? text;
};
