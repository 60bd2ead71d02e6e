// Files passed through LibreOffice, as an office without Excel opens and saves them.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const fontFile = createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf');

/** Fontconfig that knows Sarabun, and takes it where the font of Thai government papers is asked for. */
const fontsOf = (folder: string): string => `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${dirname(dirname(fontFile))}</dir>
<cachedir>${join(folder, 'fonts')}</cachedir>
<alias binding="same"><family>TH Sarabun New</family><prefer><family>Sarabun</family></prefer></alias></fontconfig>`;

/** Converts files in one run of LibreOffice; by name, without their ending. */
export const convertOffice = async (
	files: ReadonlyMap<string, Uint8Array>,
	from: string,
	to: 'xlsx' | 'ods' | 'pdf'
): Promise<ReadonlyMap<string, Uint8Array>> => {
	const folder = mkdtempSync(join(tmpdir(), 'watphon-office-'));
	try {
		const made = join(folder, 'made');
		mkdirSync(made);
		writeFileSync(join(folder, 'fonts.conf'), fontsOf(folder));
		const paths = [...files].map(([name, bytes]) => {
			const path = join(folder, `${name}.${from}`);
			writeFileSync(path, bytes);
			return path;
		});
		const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
		await run('soffice', [profile, '--headless', '--convert-to', to, '--outdir', made, ...paths], {
			env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') }
		});
		return new Map([...files.keys()].map((name) => [name, new Uint8Array(readFileSync(join(made, `${name}.${to}`)))]));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
};
