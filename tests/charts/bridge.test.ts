import { expect, test } from 'vitest';
import { bridgeHeight, listBridge, makeBridge, startOf, type BridgeWords } from '../../src/lib/charts/bridge.ts';
import { drawChart } from '../../src/lib/charts/draw-chart.ts';
import { paperLook } from '../../src/lib/charts/look.ts';
import { noParts, type BridgeParts } from '../../src/lib/ranking/bridge.ts';
import { add, figure, nought } from '../../src/lib/scoring/fraction.ts';
import { showChange, showExact } from '../../src/lib/reports/show-change.ts';

const words: BridgeWords = {
	before: '1/2565',
	after: '2/2565',
	parts: { performance: 'ผลงาน', rule: 'เกณฑ์', weight: 'น้ำหนัก', coverage: 'ความครบ', unlike: 'เทียบไม่ได้' },
	total: showExact,
	change: showChange
};

function rowsOf(from: number, parts: Partial<Record<keyof BridgeParts, number>>) {
	const exact = { ...noParts, ...Object.fromEntries(Object.entries(parts).map(([part, by]) => [part, figure(by)])) };
	const after = Object.values(exact).reduce(add, add(nought, figure(from)));
	return listBridge({ before: figure(from), after, parts: exact }, words);
}

test('each step begins where the one before it ended, and parts that are nothing are left out', () => {
	expect(
		rowsOf(70, { performance: 8, rule: -12.5 }).map(({ kind, label, from, to, text }) => [kind, label, from, to, text])
	).toEqual([
		['total', '1/2565', 0, 70, '70.00'],
		['gain', 'ผลงาน', 70, 78, '+8.00'],
		['loss', 'เกณฑ์', 78, 65.5, '−12.50'],
		['total', '2/2565', 0, 65.5, '65.50']
	]);
});

test.each([
	[20, { performance: 5 }, 0],
	[70, { performance: 5 }, 60],
	[70, { performance: -45, rule: 40 }, 0],
	[95, { performance: 1 }, 80]
])('from %d by %j the axis begins at %d', (from, parts, start) => {
	expect(startOf(rowsOf(from, parts))).toBe(start);
});

test('a gain is filled and a loss is hollow, and every figure is written', () => {
	const rows = rowsOf(70, { performance: 8, rule: -12.5 });
	const svg = drawChart(makeBridge(rows, paperLook, 50), { width: 200, height: bridgeHeight(rows, paperLook) });
	for (const { label, text } of rows) {
		expect(svg).toContain(`>${label}<`);
		expect(svg).toContain(`>${text}<`);
	}
	expect(svg).toContain(`fill="${paperLook.up}"`);
	expect(svg).not.toContain(`fill="${paperLook.down}"`);
	expect(svg).toContain(`stroke="${paperLook.down}"`);
});
