// What is being tried stands in the address, the changed values only: `?team.1.spent_baht=1800000&team.5.sent_on=`.

/** The name of a value in an address: `team.1.spent_baht`. */
export const fieldKey = (one: { readonly section: string; readonly indicator: string; readonly input: string }) =>
	`${one.section}.${one.indicator}.${one.input}`;

/** What the layout reads from any address; it is carried along. */
const carried = ['theme', 'digits'];

/** The search part of the address, `?` included; empty text is “not sent”. `now`: the address so far. */
export function writeTried(
	changed: Iterable<readonly [key: string, text: string]>,
	now: URLSearchParams
): '' | `?${string}` {
	const asked = new URLSearchParams([...now].filter(([key]) => carried.includes(key)));
	for (const [key, text] of changed) asked.set(key, text);
	const search = asked.toString();
	return search === '' ? '' : `?${search}`;
}
