// The inks a chart is drawn in: one set for paper, one that follows the page's own colours, light or dark.
import type { Tone } from './tones.ts';

export interface ChartLook {
	readonly text: string;
	readonly soft: string;
	readonly faint: string;
	/** hairlines: gridlines, then edges that matter */
	readonly line: string;
	readonly edge: string;
	/** the ground the chart stands on */
	readonly ground: string;
	readonly undecided: string;
	readonly up: string;
	readonly down: string;
	/** by tone, from 0: the fill, its edge, and the text that reads on it */
	readonly tones: Readonly<Record<Tone, string>>;
	readonly edges: Readonly<Record<Tone, string>>;
	readonly onTones: Readonly<Record<Tone, string>>;
	/** of its text: pixels on screen, points on paper */
	readonly size: number;
}

export const paperLook: ChartLook = {
	text: '#14181f',
	soft: '#434a54',
	faint: '#626a75',
	line: '#d9dad6',
	edge: '#8b8f90',
	ground: '#ffffff',
	undecided: '#6a3d9a',
	up: '#0b6a5e',
	down: '#a83c14',
	tones: ['#ffffff', '#f0dfa0', '#aecb98', '#5fa3a0', '#2c7096', '#143a61'],
	edges: ['#626a75', '#a1842f', '#65894e', '#5fa3a0', '#2c7096', '#143a61'],
	onTones: ['#14181f', '#14181f', '#14181f', '#14181f', '#ffffff', '#ffffff'],
	size: 8
};

/** The names of `app.css`, so that a picture drawn once is right in light and dark; 12 px is the floor of screens. */
export const screenLook: ChartLook = {
	text: 'var(--ink)',
	soft: 'var(--ink2)',
	faint: 'var(--ink3)',
	line: 'var(--line)',
	edge: 'var(--edge)',
	ground: 'var(--surface)',
	undecided: 'var(--undecided)',
	up: 'var(--up)',
	down: 'var(--down)',
	tones: ['var(--level0)', 'var(--level1)', 'var(--level2)', 'var(--level3)', 'var(--level4)', 'var(--level5)'],
	edges: ['var(--edge0)', 'var(--edge1)', 'var(--edge2)', 'var(--edge3)', 'var(--edge4)', 'var(--edge5)'],
	onTones: ['var(--on0)', 'var(--on1)', 'var(--on2)', 'var(--on3)', 'var(--on4)', 'var(--on5)'],
	size: 12
};
