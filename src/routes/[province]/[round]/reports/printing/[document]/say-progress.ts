// The lines of the page that grows: only the last one is shown, each is said aloud as it comes.
import type { PrintedDocument } from '$lib/server/app.ts';
import type { PrintProgress } from '$lib/server/printing/print.ts';
import { say } from '$lib/server/sentences.ts';
import { writeDigits, type Digits } from '$lib/thai/digits.ts';

const escape = (text: string) =>
	text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** Pages are told by fives: a line for each would be said aloud for longer than they take to lay. */
function progressWords(progress: PrintProgress): string {
	switch (progress.kind) {
		case 'waiting':
			return say.printWaiting(progress.before);
		case 'writing':
			return say.printWriting;
		case 'laying':
			return say.printLaying(progress.pages - (progress.pages % 5));
	}
}

export const sayStart = (): string => `<li>${say.printStarting}</li>`;

export const sayProgress = (progress: PrintProgress, digits: Digits): string =>
	`<li>${writeDigits(progressWords(progress), digits)}</li>`;

export function sayDone({ bytes, pages }: PrintedDocument, file: string, digits: Digits): string {
	const words = writeDigits(say.printDone(pages, Math.ceil(bytes.length / 1024)), digits);
	return `<li class="done">${words} <a class="button primary" href="${escape(file)}">${say.openDocument}</a></li>`;
}

export const sayTrouble = (sentence: string, again: string): string =>
	`<li class="wrong">${escape(sentence)} <a class="button" href="${escape(again)}">${say.printAgain}</a></li>`;
