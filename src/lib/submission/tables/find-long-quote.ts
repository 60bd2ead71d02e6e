// A quotation mark that is opened and not closed makes one cell of all the rest, and quotation marks without end cost more memory
// than the text: found before the text is taken apart.

const QUOTE = 34;
const NEWLINE = 10;
/** Far longer than any cell may be, far shorter than what hurts. */
const MAX_QUOTED = 1_000_000;

/** The line, from 1, on which a quoted text begins that is too long to be a cell. */
export const findLongQuote = (text: string): number | undefined => {
	if (text.length <= MAX_QUOTED) return undefined;
	let line = 1;
	let opened = -1;
	let openedLine = 0;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === NEWLINE) line += 1;
		if (opened >= 0 && at - opened > MAX_QUOTED) return openedLine;
		if (code !== QUOTE) continue;
		if (opened < 0) [opened, openedLine] = [at, line];
		else if (text.charCodeAt(at + 1) === QUOTE) at += 1;
		else opened = -1;
	}
	return undefined;
};
