// Whether a round has what a document is asked about. Refuses in the words of whoever asked, before anything is printed.
import type { RoundView } from '../../ranking/round.ts';
import type { DocumentRequest } from '../../reports/documents.ts';
import { nearestNames } from '../../submission/names/nearest.ts';
import { errorAbout, Refusal } from '../refusal.ts';
import { say } from '../sentences.ts';

/** Asking for what is not there is wrong use: whoever asks must ask otherwise. */
const unknown = (code: string, message: string) => new Refusal([errorAbout('', code, message)], 2);

export function mustFit(request: DocumentRequest, view: RoundView): void {
	switch (request.kind) {
		case 'memo':
		case 'book':
			return;
		case 'letter':
		case 'district':
			if (request.district !== null) mustHaveDistrict(view, request.district);
			return;
		case 'indicator':
			mustHaveIndicator(view, request.section, request.indicator);
			return;
		case 'comparison':
			mustCompare(view, request.rounds);
	}
}

function mustHaveDistrict({ province }: RoundView, code: string): void {
	if (!province.districts.some((district) => district.code === code))
		throw unknown('unknown_district', say.noSuchDistrict(code, province.name));
}

/** The code of a district named by code or by name, with or without อำเภอ before it; refuses showing the nearest names. */
export function districtNamed({ province }: Pick<RoundView, 'province'>, named: string): string {
	const bare = named.trim().replace(/^(อำเภอ|อ\.)\s*/, '');
	const found = province.districts.find(({ code, name }) => code === bare || name === bare);
	if (found !== undefined) return found.code;
	const near = nearestNames(
		bare,
		province.districts.map(({ name }) => name)
	);
	throw unknown('unknown_district', say.noSuchDistrict(named, province.name, near));
}

export function mustHaveIndicator({ agreement }: RoundView, section: string, indicator: string): void {
	const all = agreement.sections.flatMap((one) => one.indicators.map((two) => `${one.section}/${two.indicator}`));
	if (!all.includes(`${section}/${indicator}`))
		throw unknown('unknown_indicator', say.noSuchIndicator(section, indicator, all));
}

function mustCompare({ id, province }: RoundView, rounds: readonly string[]): void {
	const home = id.slice(0, id.indexOf('/') + 1);
	for (const round of rounds) {
		if (round === id) throw unknown('same_round', say.comparedToItself(id));
		if (!round.startsWith(home)) throw unknown('other_province', say.otherProvince(round, province.name));
	}
}
