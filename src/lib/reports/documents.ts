// The documents there are. What is asked for is data, so that a page, the command line, the API and the printing worker say it alike.
import type { RoundView } from '../ranking/round.ts';
import { writeBook } from './book/book.ts';
import { writeIndicator } from './indicator/indicator.ts';
import { writeLetters } from './letter/letter.ts';
import { writeComparison } from './comparison/comparison.ts';
import { writeDistrict } from './district/district.ts';
import { writeMemo } from './memo/memo.ts';
import type { WritePaper } from './paper.ts';

export type DocumentRequest =
	| { readonly kind: 'memo' }
	/** an outgoing letter to one district with its result, or to all of them, one after the other */
	| { readonly kind: 'letter'; readonly district: string | null }
	| { readonly kind: 'district'; readonly district: string }
	| { readonly kind: 'indicator'; readonly section: string; readonly indicator: string }
	/** with the round printed, the rounds it is compared to; the views of all are given, that of the round first */
	| { readonly kind: 'comparison'; readonly rounds: readonly string[] }
	| { readonly kind: 'book' };

/** `earlier`: the views of the rounds that a comparison names, the latest first. */
export function findWriter(request: DocumentRequest, earlier: readonly RoundView[]): WritePaper {
	switch (request.kind) {
		case 'memo':
			return writeMemo;
		case 'letter':
			return writeLetters(request.district);
		case 'district':
			return writeDistrict(request.district);
		case 'indicator':
			return writeIndicator(request.section, request.indicator);
		case 'book':
			return writeBook;
		case 'comparison':
			return writeComparison(earlier);
	}
}
