// A value as the form on the web shows it in its field: what is typed there reads as the same value again.
import { formatScaled } from '../../thai/numbers.ts';
import type { EntryValue } from '../entry.ts';

export const yesWord = 'ใช่';
export const noWord = 'ไม่';
export const notDoneWord = 'ยังไม่ทำ';

const plain = (scaled: bigint, decimals?: number): string =>
	formatScaled(scaled, { group: false, ...(decimals === undefined ? {} : { decimals }) }).replace('−', '-');

/** Days stay ISO, as fields for days take them. `text`: as it was written where it cannot be used. */
export function writeField(value: EntryValue | null, text = ''): string {
	if (value === null) return '';
	switch (value.kind) {
		case 'number':
			return plain(value.scaled, value.decimals);
		case 'bool':
			return value.yes ? yesWord : noWord;
		case 'moment':
			return value.iso ?? notDoneWord;
		case 'list':
			return value.scaled.map((one) => plain(one)).join('; ');
		case 'bad':
			return text;
		case 'withdrawn':
			return '';
	}
}
