// Run as a program of its own: prints the memo and says its fingerprint.
import { createHash } from 'node:crypto';
import { printRequest } from '../../../src/lib/server/printing/print.ts';
import { makeView } from '../fixture.ts';

const bytes = await printRequest({ kind: 'memo' }, makeView(), [], 'thai');
process.stdout.write(createHash('sha256').update(bytes).digest('hex'));
