import { expect, test } from 'vitest';
import { isSameMachine, type Way } from '../../src/lib/server/people/demo-open.ts';

const here: Way = { address: '127.0.0.1', host: 'localhost:3000', bound: '127.0.0.1', headers: new Headers() };

test.each<readonly [string, Way]>([
	['by name', here],
	['by number', { ...here, host: '127.0.0.1:3000' }],
	['by version 6', { ...here, address: '::1', host: '[::1]:3000', bound: '::1' }],
	['in development', { ...here, address: '::ffff:127.0.0.1', bound: undefined }]
])('who sits at the machine tries the demo without signing in, %s', (_, way) => {
	expect(isSameMachine(way)).toBe(true);
});

test.each<readonly [string, Way]>([
	['from another machine', { ...here, address: '192.168.1.20' }],
	['by a name that somebody else lets lead here', { ...here, host: 'elsewhere.example' }],
	['by the name of the office', { ...here, host: 'kpi.office.example' }],
	['without a name', { ...here, host: null }],
	['where the whole network is let in', { ...here, bound: '0.0.0.0' }],
	...['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].map((name): readonly [string, Way] => [
		`behind a proxy that sends ${name}`,
		{ ...here, headers: new Headers({ [name]: '127.0.0.1' }) }
	])
])('nobody does %s', (_, way) => {
	expect(isSameMachine(way)).toBe(false);
});
