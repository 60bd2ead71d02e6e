// The kinds of chart there are, so that a page that makes one alive loads these and no more of ECharts.
import {
	BarChart,
	CustomChart,
	LineChart,
	ScatterChart,
	type BarSeriesOption,
	type CustomSeriesOption,
	type LineSeriesOption,
	type ScatterSeriesOption
} from 'echarts/charts';
import {
	GridComponent,
	MarkAreaComponent,
	MarkLineComponent,
	type GridComponentOption,
	type MarkAreaComponentOption,
	type MarkLineComponentOption
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export const kinds = [
	BarChart,
	CustomChart,
	LineChart,
	ScatterChart,
	GridComponent,
	MarkAreaComponent,
	MarkLineComponent
];

export type ChartOption = ComposeOption<
	| BarSeriesOption
	| CustomSeriesOption
	| LineSeriesOption
	| ScatterSeriesOption
	| GridComponentOption
	| MarkAreaComponentOption
	| MarkLineComponentOption
>;
