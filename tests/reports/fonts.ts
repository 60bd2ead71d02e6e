import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Fonts } from '../../src/lib/reports/typesetting/print.ts';

const require = createRequire(import.meta.url);
const font = (path: string) => readFileSync(require.resolve(`@expo-google-fonts/sarabun/${path}`));

export const sarabun: Fonts = {
	regular: font('400Regular/Sarabun_400Regular.ttf'),
	bold: font('700Bold/Sarabun_700Bold.ttf')
};
