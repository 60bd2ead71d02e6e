// What a document is called in an address and as a file: memo, book, letters, letter-4001, district-4001, indicator-team-2.1,
// comparison-2565-1_2564-2, and comparison alone for a round at its reporting dates. A name says one document of a round, and a document has one name.
import type { DocumentRequest } from './documents.ts';

/** Comparisons are within a province: a round is named by what follows the stroke of its id. */
const shortRound = (id: string) => id.slice(id.indexOf('/') + 1);

export function nameDocument(request: DocumentRequest): string {
	switch (request.kind) {
		case 'memo':
		case 'book':
			return request.kind;
		case 'letter':
			return request.district === null ? 'letters' : `letter-${request.district}`;
		case 'district':
			return `district-${request.district}`;
		case 'indicator':
			return `indicator-${request.section}-${request.indicator}`;
		case 'comparison':
			return ['comparison', request.rounds.map(shortRound).join('_')].filter((part) => part !== '').join('-');
	}
}

/** The document of a round of this province that a name says; null where it says none. */
export function readDocumentName(name: string, province: string): DocumentRequest | null {
	if (name === 'memo' || name === 'book') return { kind: name };
	if (name === 'comparison') return { kind: name, rounds: [] };
	if (name === 'letters') return { kind: 'letter', district: null };
	const [, kind, rest = ''] = /^(letter|district|indicator|comparison)-(.+)$/.exec(name) ?? [];
	if (kind === 'letter' || kind === 'district') return { kind, district: rest };
	if (kind === 'comparison') return { kind, rounds: rest.split('_').map((round) => `${province}/${round}`) };
	const [, section, indicator] = /^([a-z][a-z0-9_]*)-([^-]+)$/.exec(kind === 'indicator' ? rest : '') ?? [];
	return section === undefined || indicator === undefined ? null : { kind: 'indicator', section, indicator };
}
