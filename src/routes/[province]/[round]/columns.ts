// The columns of a ranking that a reader can leave out; place, name and percent always stand.
export const columns = ['moved', 'bar', 'grade', 'points', 'open', 'range'] as const;
export type Column = (typeof columns)[number];

export const columnWords: Readonly<Record<Column, string>> = {
	moved: 'เปลี่ยนอันดับ',
	bar: 'แถบคะแนนรายข้อ',
	grade: 'เกรด',
	points: 'เปลี่ยนร้อยละ',
	open: 'ยังเปิด',
	range: 'อันดับเป็นไปได้'
};

export const isColumn = (name: string): name is Column => columns.some((one) => one === name);

/** As a cookie keeps them, `moved.bar`; all where nothing was chosen yet. */
export function readColumns(kept: string | undefined): readonly Column[] {
	if (kept === undefined) return columns;
	const chosen = kept.split('.').filter(isColumn);
	return columns.filter((one) => chosen.includes(one));
}
