// `npm run soak -- load MINUTES`: the held load for as long as wished.
import process from 'node:process';
import { measureLoad } from './load.ts';

process.exitCode = (await measureLoad(60 * Number(process.argv[2] ?? '30'))) ? 0 : 1;
