// The signs of a profile as its key shows them, drawn by the same hand.
import type { ChartLook } from './look.ts';
import { drawShapes } from './draw-shapes.ts';
import { drawBest, drawMiddle, drawOwn, drawRange } from './profile-row.ts';
import type { Shape } from './shapes.ts';

export type ProfileSign = 'own' | 'middle' | 'best' | 'open' | 'undecided';

/** A picture `height` high and 1.6 times as wide. */
export function drawProfileKey(sign: ProfileSign, height: number, look: ChartLook): string {
	const width = height * 1.6;
	return drawShapes([drawSign(sign, width, height, look)], { width, height });
}

function drawSign(sign: ProfileSign, width: number, height: number, look: ChartLook): Shape {
	const [x, y, half] = [width / 2, height / 2, look.size * 0.42];
	switch (sign) {
		case 'own':
			return drawOwn(x, y, half, look.tones[4], look);
		case 'middle':
			return drawMiddle(x, y, half, look);
		case 'best':
			return drawBest(x, y, half, look);
		case 'open':
		case 'undecided': {
			const status = sign === 'open' ? 'not_reported' : 'undecided';
			const range = { kind: 'open', status, from: 0, to: 1 } as const;
			return drawRange(range, (share) => 1 + share * (width - 2), y, half, look);
		}
	}
}
