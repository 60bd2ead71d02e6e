// What the switch of moments reads from the page's data, and where its links lead.
export interface MomentChoice {
	/** local: a day or a minute */
	readonly moment: string;
	readonly files: number;
	readonly means: 'report' | 'close' | null;
}

export interface Moments {
	readonly choices: readonly MomentChoice[];
	/** ISO time of the first file the round received; null while there is none */
	readonly first: string | null;
}

/**
 * The path of the same page of the round at another moment; at the present where it is null. `path` begins with
 * `/<province>/<round>`.
 */
export function pathAt(path: string, moment: string | null): string {
	const [, province = '', round = '', ...rest] = path.split('/');
	const [present = ''] = decodeURIComponent(round).split('@');
	return ['', province, moment === null ? present : `${present}@${moment}`, ...rest].join('/');
}
