// An emblem for tests, of plain shapes.
import type { Emblem } from '../../src/lib/ranking/round.ts';

export const plainEmblem: Emblem = {
	kind: 'svg',
	svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="46" fill="none" stroke="#222222" stroke-width="5"/><path d="M50 14L82 76H18Z" fill="#444444"/></svg>'
};
