// The kinds of chart there are, so that whoever draws one loads these and no more of ECharts.
import { CustomChart, LineChart, type CustomSeriesOption, type LineSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export const kinds = [CustomChart, LineChart, GridComponent];

export type ChartOption = ComposeOption<CustomSeriesOption | LineSeriesOption | GridComponentOption>;
