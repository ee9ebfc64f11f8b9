/**
 * `npm run package [FOLDER]`: makes what a release hands out, in `out/packages` or the folder given: the extension (`.vsix`), the
 * command line and the catalog for the registry of npm (`.tgz`), and their checksums. The tool of the extension builds first.
 * `CATALOG_REVISION` numbers a further catalog of the same day.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateAsync } from '@gfx/zopfli';
import { createVSIX } from '@vscode/vsce';
import { unzipSync, Zip, ZipPassThrough } from 'fflate';
import { minify } from 'terser';
import { packCatalog } from './catalogPackage.mjs';

/** As the format of ZIP numbers the method (APPNOTE 4.4.5). */
const DEFLATED = 8;
/** How often the compressor looks for a shorter result: further passes save less than one in two hundred. */
const PASSES = 12;
/** A block has codes of its own. The compressor ends one where that is shorter; only its default of 15 blocks keeps it from many. */
const ANY_NUMBER = 0;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const folder = resolve(process.argv[2] ?? 'out/packages');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
// Everything is in the bundles.
const extension = join(folder, `${name}-${version}.vsix`);
await createVSIX({ dependencies: false, packagePath: extension });
await compress(extension);
runsAsBuilt(extension);
// On Windows the program is a script, which only a shell runs.
execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
packCatalog(folder, Number(process.env.CATALOG_REVISION ?? 0));

const files = readdirSync(folder).sort();
const sums = files.map((file) => {
  const bytes = readFileSync(join(folder, file));
  process.stdout.write(`${file}: ${Math.round(bytes.length / 1000)} KB\n`);
  return `${createHash('sha256').update(bytes).digest('hex')}  ${file}\n`;
});
writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));

/** The tool of the extension compresses at the default level; everybody who installs the extension downloads what the best one saves. */
async function compress(file) {
  const parts = [];
  const archive = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [name, written] of Object.entries(unzipSync(readFileSync(file)))) {
    const bytes = await forUse(name, written);
    const compressed = await deflateAsync(bytes, { numiterations: PASSES, blocksplittingmax: ANY_NUMBER });
    const entry = new ZipPassThrough(name);
    entry.compression = DEFLATED;
    entry.process = (_, last) => entry.ondata(null, compressed, last);
    archive.add(entry);
    entry.push(bytes, true);
  }
  archive.end();
  writeFileSync(file, Buffer.concat(parts));
}

/**
 * What only those who work on a file have a use for stays behind: indentation, where the map of its source would be, which is not
 * packed, and in programs what a slower minifier than the bundler's still finds.
 */
async function forUse(name, written) {
  const text = () => Buffer.from(written).toString();
  if (name.endsWith('.json')) return Buffer.from(JSON.stringify(JSON.parse(text())));
  if (name.endsWith('.js')) return Buffer.from(await shortened(text()));
  return written;
}

/** Each file is a module of CommonJS, so nothing outside it sees what it declares. The licenses of libraries stand in their own file. */
async function shortened(text) {
  const { code } = await minify(text, {
    ecma: 2022,
    toplevel: true,
    compress: { passes: 2 },
    format: { comments: false },
  });
  return code;
}

/** Fails where the command line that was packed answers otherwise than the one that was built and tested. */
function runsAsBuilt(file) {
  const unpacked = mkdtempSync(join(tmpdir(), 'package-'));
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    mkdirSync(dirname(join(unpacked, name)), { recursive: true });
    writeFileSync(join(unpacked, name), bytes);
  }
  const answer = (root) =>
    execFileSync(
      process.execPath,
      [
        join(root, 'dist/cli.js'),
        'audit',
        '--format',
        'json',
        '--fail-on',
        'never',
        '--no-cache',
        'test/fixtures/demo',
      ],
      { encoding: 'utf8' },
    );
  if (answer(join(unpacked, 'extension')) !== answer('.'))
    throw new Error(`${file}: the command line in it answers otherwise than the one that was built.`);
  rmSync(unpacked, { recursive: true });
}
