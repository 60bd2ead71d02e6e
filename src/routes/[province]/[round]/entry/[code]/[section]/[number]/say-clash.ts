/** What a field holds, in words. */
export function entryClashWords(key: string, text: string): string {
	if (key.startsWith('tick.')) return text === '1' ? 'มีหลักฐาน' : 'ไม่มีหลักฐาน';
	return text === '' ? 'ว่าง' : text;
}
