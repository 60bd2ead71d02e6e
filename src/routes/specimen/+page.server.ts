import { dev } from '$app/environment';
import { error } from '@sveltejs/kit';
import { readColours, contrast } from './colours.ts';
import type { PageServerLoad } from './$types';
import css from '../../app.css?raw';

/** Text colours by what they say, and the least contrast they owe to the ground. */
const inks = ['ink', 'ink2', 'ink3', 'accent', 'up', 'down', 'invalid', 'undecided', 'late'];

/** The visual language on one page, for those who build on it; it is not part of what an office opens. */
export const load: PageServerLoad = () => {
	if (!dev) error(404, 'ไม่พบหน้านี้');
	const colours = readColours(css);
	const find = (name: string) =>
		colours.find((one) => one.name === name) ?? { name, light: '#000000', dark: '#000000' };
	const [surface, levels] = [find('surface'), [0, 1, 2, 3, 4, 5]];
	const against = (name: string, ground: string) => ({
		name,
		light: contrast(find(name).light, find(ground).light),
		dark: contrast(find(name).dark, find(ground).dark)
	});
	return {
		surface,
		grounds: ['bg', 'surface', 'sunk', 'line', 'line2', 'edge'].map(find),
		inks: inks.map((name) => against(name, 'surface')),
		levels: levels.map((level) => ({
			level,
			numeral: against(`on${level}`, `level${level}`),
			edge: against(`edge${level}`, 'surface')
		}))
	};
};
