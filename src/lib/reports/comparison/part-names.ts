// The names of a bridge's steps, apart from the sentences so that a page can hold them without the rest.
import type { BridgeParts } from '../../ranking/bridge.ts';

export type PartName = keyof BridgeParts;

export const partNames: Readonly<Record<PartName, string>> = {
	performance: 'ผลงาน',
	rule: 'เกณฑ์',
	weight: 'น้ำหนัก',
	coverage: 'ความครบ',
	unlike: 'เทียบไม่ได้'
};
