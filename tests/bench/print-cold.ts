// One document in a process of its own, from views that were put into a file: what a cold print costs.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { deserialize } from 'node:v8';
import { printJob, type PrintJob } from '../../src/lib/server/printing/print.ts';

const [, , file = ''] = process.argv;
const { pages } = await printJob(deserialize(readFileSync(file)) as PrintJob, () => undefined);
process.stdout.write(`${pages}\n`);
