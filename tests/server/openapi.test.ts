import { globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { apiSchemas } from '../../src/lib/server/http/api-schemas.ts';
import { describeApi } from '../../src/lib/server/http/openapi.ts';
import { rankAnswer } from '../../src/lib/server/rounds/rank-answer.ts';
import { printJob } from '../../src/lib/server/printing/print.ts';
import { loadDemo, type Demo } from '../demo/load-demo.ts';

const described = JSON.parse(JSON.stringify(describeApi())) as {
	openapi: string;
	paths: Record<
		string,
		Record<
			string,
			{ operationId: string; summary: string; parameters?: { name: string; in: string }[]; responses: object }
		>
	>;
	components: { schemas: Record<string, { type?: string; required?: string[] }> };
};

/** Addresses and methods that the routes answer: `GET /api/{province}/{round}/rank`. */
const routes = globSync(['src/routes/api/**/+server.ts', 'src/routes/healthz/+server.ts']).flatMap((file) => {
	const path = file
		.split(sep)
		.slice(2, -1)
		.map((part) => part.replace(/\[(?:\.\.\.)?([a-z]+)\]/g, '{$1}'))
		.join('/');
	const methods = readFileSync(file, 'utf8').matchAll(/^export (?:const|async function|function) ([A-Z]+)\b/gm);
	return [...methods].map(([, method = '']) => `${method} /${path}`);
});
const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
	Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, operation }))
);

test('every route of the API is described, and nothing that is no route', () => {
	expect(routes.length).toBeGreaterThan(5);
	expect(operations.map(({ name }) => name).toSorted()).toEqual(routes.toSorted());
});

test('every operation has a name of its own, a Thai summary, and its path parameters', () => {
	expect(described.openapi).toBe('3.1.0');
	expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
	for (const { path, operation } of operations) {
		expect(operation.summary).toMatch(/[ก-๙]/);
		const named = [...path.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name);
		expect((operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(named);
		expect(Object.keys(operation.responses)).toContain('200');
	}
});

test('every schema that is named is there', () => {
	const named = [...JSON.stringify(described).matchAll(/"\$ref":"#\/components\/schemas\/([A-Za-z]+)"/g)];
	expect(named.length).toBeGreaterThan(10);
	for (const [, name = ''] of named) expect(Object.keys(described.components.schemas)).toContain(name);
	expect(described.components.schemas['RankAnswer']?.required).toEqual(['round', 'agreement', 'province', 'sections']);
});

let demo: Demo;
beforeAll(async () => {
	demo = await loadDemo();
});

test('the answers of the demo are as described', async () => {
	for (const view of [demo.earlier, demo.later]) {
		apiSchemas.ScoreAnswer.parse(JSON.parse(JSON.stringify(view.answer)));
		apiSchemas.RankAnswer.parse(JSON.parse(JSON.stringify(rankAnswer(view))));
	}
	const job = { request: { kind: 'memo' }, view: demo.later, earlier: [], digits: 'thai', fonts: null } as const;
	const { title, pages, data } = await printJob(job, () => undefined);
	apiSchemas.DocumentData.parse({ round: demo.later.id, document: 'memo', title, pages, tables: data });
});
