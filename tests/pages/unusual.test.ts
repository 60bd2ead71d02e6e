// Documents that are not as the demo's are: of an edition, in Arabic digits, secret drafts, of as much as a province can hold, of
// results that are all in doubt, and of a round that nobody has sent anything for.
import { beforeAll, expect, test } from 'vitest';
import { regulationPaper, type RoundView } from '../../src/lib/ranking/round.ts';
import { nameDocument } from '../../src/lib/reports/document-names.ts';
import type { DocumentRequest } from '../../src/lib/reports/documents.ts';
import { printRequest } from '../../src/lib/server/printing/print.ts';
import type { Digits } from '../../src/lib/thai/digits.ts';
import { makeCrowdedView } from '../reports/crowded.ts';
import { makeEarlier } from '../reports/earlier-round.ts';
import { publishFixture } from '../reports/edition-view.ts';
import { makeView } from '../reports/fixture.ts';
import { makeUnsettledView } from '../reports/unsettled.ts';
import { drawSmall, type Drawn } from './draw-small.ts';
import { listChanged } from './hold-sheets.ts';

const memo: DocumentRequest = { kind: 'memo' };
const letter: DocumentRequest = { kind: 'letter', district: '4003' };
const district: DocumentRequest = { kind: 'district', district: '4003' };
const indicator: DocumentRequest = { kind: 'indicator', section: 'individual', indicator: '7' };
const comparison: DocumentRequest = { kind: 'comparison', rounds: [] };

const edition = publishFixture(2);
const secret = makeView({ office: { paper: { ...regulationPaper, draft: true, secrecy: 'ลับมาก' } } });
const crowded = makeCrowdedView();
const unsettled = makeUnsettledView();
const empty = makeView({ empty: true });

interface Unusual {
	readonly view: RoundView;
	readonly requests: readonly DocumentRequest[];
	readonly digits?: Digits;
	/** of a book only the pages that other books do not have */
	readonly pages?: readonly number[];
}
const unusual: Readonly<Record<string, Unusual>> = {
	edition: { view: edition, requests: [memo, letter, district, indicator] },
	'edition-book': { view: edition, requests: [{ kind: 'book' }], pages: [1, 2, 3, 68, 69] },
	arabic: { view: makeView(), requests: [memo, letter, district, indicator], digits: 'arabic' },
	secret: { view: secret, requests: [memo, letter, district, indicator] },
	crowded: { view: crowded, requests: [memo, letter, district, indicator, comparison] },
	unsettled: { view: unsettled, requests: [memo, letter, district, indicator] },
	empty: { view: empty, requests: [memo, letter, district, indicator, comparison] }
};

const documents: Drawn[] = [];
beforeAll(async () => {
	for (const [name, { view, requests, digits = 'thai', pages }] of Object.entries(unusual)) {
		for (const request of requests) {
			const earlier = request.kind === 'comparison' ? [makeEarlier(view)] : [];
			const bytes = await printRequest(request, view, earlier, digits);
			const all = { name: `${name}-${nameDocument(request)}`, bytes };
			documents.push(pages === undefined ? all : { ...all, pages });
		}
	}
}, 240_000);

test('every page of them looks as it did', () => {
	expect(listChanged('unusual', drawSmall(documents))).toEqual([]);
});
