// Appendix ฉ: what this edition changed of the one before it, and why. A first edition has none.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { makeChanges } from '../edition/changes.ts';
import { makeOpening } from './pieces.ts';
import type { Chapter } from './plan.ts';
import type { Sheet } from '../sheet.ts';

export function makeChangesAppendix(view: RoundView, chapter: Chapter, sheet: Sheet): Content {
	const change = view.edition?.change ?? null;
	return [
		makeOpening(chapter, sheet),
		...(view.edition === undefined || change === null ? [] : makeChanges(view, change, sheet, view.edition))
	];
}
