import type { ClientInit } from '@sveltejs/kit';

/** Milliseconds after which a page that is not seen, such as one in a tab behind others, becomes alive all the same. */
const patience = 2000;

/** Pages are whole as they are sent: what makes them alive is fetched when they stand before their reader. */
export const init: ClientInit = () =>
	new Promise((resolve) => {
		setTimeout(resolve, patience);
		new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true });
	});
