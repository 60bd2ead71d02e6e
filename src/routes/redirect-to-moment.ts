// `?as-of=2024-02-20` on a page of a round leads to where the round as it was then stands, `/khon-kaen/2565-2@2024-02-20/…`, so that
// every link of that page stays at the moment.
import { pathAt } from '$lib/components/moment-choices.ts';
import { readMoment } from '$lib/server/rounds/round-moment.ts';

/** The last minute of a day ends with the day. */
const wholeDay = (moment: string) => moment.replace(/T23:59$/, '');

/** Where an address with `as-of` leads, and `at` for the time of the day; no moment at all is the present. */
export function redirectToMoment(url: URL): Response {
	const rest = new URLSearchParams(url.searchParams);
	const [day = '', time = ''] = ['as-of', 'at'].map((name) => rest.get(name)?.trim());
	rest.delete('as-of');
	rest.delete('at');
	const written = time === '' || day === '' ? day : `${day} ${time}`;
	// What is no moment is carried along: the page says so.
	const read = readMoment(written);
	const moment = written === '' ? null : read === null ? encodeURIComponent(written) : wholeDay(read);
	const search = rest.size === 0 ? '' : `?${rest.toString()}`;
	return new Response(null, { status: 303, headers: { location: pathAt(url.pathname, moment) + search } });
}
