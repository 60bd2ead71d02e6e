// Where the documents of a round are: under its own reports, a comparison under its province.
import type { DocumentRequest } from '$lib/reports/documents.ts';

/** `id`: khon-kaen/2565-2. */
export function addressDocument(id: string, request: DocumentRequest): string {
	const reports = `/${id}/reports`;
	switch (request.kind) {
		case 'memo':
		case 'book':
			return `${reports}/${request.kind}.pdf`;
		case 'letter':
			return request.district === null ? `${reports}/letters.pdf` : `${reports}/letters/${request.district}.pdf`;
		case 'district':
			return `${reports}/districts/${request.district}.pdf`;
		case 'indicator':
			return `${reports}/indicators/${request.section}/${request.indicator}.pdf`;
		case 'comparison': {
			const [province = '', round = ''] = id.split('/');
			const rounds = [round, ...request.rounds.map((one) => one.slice(one.indexOf('/') + 1))];
			return `/${province}/compare.pdf?rounds=${rounds.join(',')}`;
		}
	}
}

/** The same in these digits. */
export const inDigits = (address: string, digits: 'thai' | 'arabic') =>
	`${address}${address.includes('?') ? '&' : '?'}digits=${digits}`;
