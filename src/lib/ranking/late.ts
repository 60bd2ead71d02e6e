// Values in force that came after the time by which results of their indicator are sent.
import { closingOf, isAfter } from '../agreement/closing.ts';
import type { EntryInForce, RoundView } from './round.ts';

/** Asked for each district and each section of a view, which does not change. */
const known = new WeakMap<RoundView, readonly EntryInForce[]>();

export function listLate(view: RoundView): readonly EntryInForce[] {
	const late = known.get(view) ?? findLate(view);
	known.set(view, late);
	return late;
}

function findLate({ agreement, entries, received }: RoundView): readonly EntryInForce[] {
	const closings = new Map(
		agreement.sections.flatMap(({ section, indicators }) =>
			indicators.map((indicator) => [`${section}/${indicator.indicator}`, closingOf(agreement, indicator)] as const)
		)
	);
	const files = new Map(received.map((one) => [one.number, one]));
	return entries.filter(({ section, indicator, submission }) => {
		const [file, closing] = [files.get(submission), closings.get(`${section}/${indicator}`)];
		return file !== undefined && (file.late || (closing !== undefined && isAfter(file.received_at, closing)));
	});
}
