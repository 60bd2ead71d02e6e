// A reported value as people read it, exact: what was sent, not what it was rounded to.
import type { EntryValue } from '../submission/entry.ts';
import { formatScaled } from '../thai/numbers.ts';
import type { Say } from './say.ts';

/** What an entry says; nothing at all is a dash. */
export function sayValue(say: Say, value: EntryValue | null): string {
	if (value === null) return '—';
	switch (value.kind) {
		case 'number':
			return say.text(formatScaled(value.scaled, { decimals: value.decimals }));
		case 'bool':
			return value.yes ? 'ใช่' : 'ไม่';
		case 'moment':
			if (value.iso === null) return 'ยังไม่ได้ทำ';
			return value.iso.includes('T') ? say.moment(value.iso) : say.day(value.iso);
		case 'list':
			return value.scaled.length === 0
				? 'ไม่มีรายการ'
				: value.scaled.map((one) => say.text(formatScaled(one))).join('; ');
		case 'withdrawn':
			return 'ถอนค่า';
		default:
			return 'ใช้ไม่ได้';
	}
}
