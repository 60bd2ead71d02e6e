import { expect, test } from 'vitest';
import { nameDocument, readDocumentName } from '../../src/lib/reports/document-names.ts';
import type { DocumentRequest } from '../../src/lib/reports/documents.ts';

const names: readonly (readonly [string, DocumentRequest])[] = [
	['memo', { kind: 'memo' }],
	['book', { kind: 'book' }],
	['letters', { kind: 'letter', district: null }],
	['letter-4001', { kind: 'letter', district: '4001' }],
	['district-4001', { kind: 'district', district: '4001' }],
	['indicator-team-2.1', { kind: 'indicator', section: 'team', indicator: '2.1' }],
	['indicator-individual_po-3', { kind: 'indicator', section: 'individual_po', indicator: '3' }],
	['comparison', { kind: 'comparison', rounds: [] }],
	['comparison-2567-q2@2024-02-20', { kind: 'comparison', rounds: ['khon-kaen/2567-q2@2024-02-20'] }],
	['comparison-2565-1', { kind: 'comparison', rounds: ['khon-kaen/2565-1'] }],
	['comparison-2565-1_2564-2', { kind: 'comparison', rounds: ['khon-kaen/2565-1', 'khon-kaen/2564-2'] }]
];

test.each(names)('%s says %j and nothing else', (name, request) => {
	expect(nameDocument(request)).toBe(name);
	expect(readDocumentName(name, 'khon-kaen')).toEqual(request);
});

test.each(['', 'memos', 'letter-', 'district', 'indicator-team', 'indicator--1', 'indicator-team-1-2', 'comparison-'])(
	'%j says no document',
	(name) => expect(readDocumentName(name, 'khon-kaen')).toBeNull()
);
