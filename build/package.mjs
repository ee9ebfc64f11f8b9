/**
 * `npm run package [FOLDER]`: makes what a release hands out, in `out/packages` or the folder given: the extension (`.vsix`), the
 * command line and the catalog for the registry of npm (`.tgz`), and their checksums. The tool of the extension builds first.
 * `CATALOG_REVISION` numbers a further catalog of the same day.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
holdsWhatTheWebFetches(extension);
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
  const packed = withoutUnloaded(unzipSync(readFileSync(file)));
  const programs = Object.keys(packed)
    .filter((name) => name.endsWith('.js'))
    .map((name) => Buffer.from(packed[name]).toString());
  for (const [name, written] of Object.entries(packed)) {
    const bytes = await forUse(name, written, programs);
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

/** Without the parts that only commands load which the extension leaves out. */
function withoutUnloaded(files) {
  const isPart = (name) => name.startsWith('extension/dist/lib/');
  const loaded = new Set();
  const load = (name) => {
    if (files[name] === undefined || loaded.has(name)) return;
    loaded.add(name);
    for (const part of partsIn(files[name])) load(part);
  };
  for (const name of Object.keys(files)) if (name.endsWith('.js') && !isPart(name)) load(name);
  return Object.fromEntries(Object.entries(files).filter(([name]) => !isPart(name) || loaded.has(name)));
}

/** The parts that a program names, in whatever quotes. */
function partsIn(program) {
  const names = Buffer.from(program)
    .toString()
    .matchAll(/["'\x60](?:\.{1,2}\/)?(?:lib\/)?([\w-]+\.js)["'\x60]/g);
  return [...names].map(([, name]) => `extension/dist/lib/${name}`);
}

/**
 * What only those who work on a file have a use for stays behind: indentation, where the map of its source would be, which is not
 * packed, in programs what a slower minifier than the bundler's still finds, and translations of what none of the programs says.
 */
async function forUse(name, written, programs) {
  const text = () => Buffer.from(written).toString();
  if (name.includes('/l10n/')) return Buffer.from(JSON.stringify(said(JSON.parse(text()), programs)));
  if (name.endsWith('.json')) return Buffer.from(JSON.stringify(JSON.parse(text())));
  if (name.endsWith('.js')) return Buffer.from(await shortened(text()));
  return written;
}

/** The translations of sentences that stand in the programs, in whatever quotes. */
function said(translations, programs) {
  const formsOf = (sentence) => [
    sentence,
    JSON.stringify(sentence).slice(1, -1),
    sentence.replaceAll("'", String.raw`\'`).replaceAll('\n', String.raw`\n`),
    sentence.replaceAll('`', '\\`').replaceAll('${', '\\${'),
  ];
  const isSaid = ([sentence]) =>
    formsOf(sentence).some((form) => programs.some((text) => text.includes(form)));
  return Object.fromEntries(Object.entries(translations).filter(isSaid));
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

/** Fails where a part is left out that the entry of the web fetches: only who needs it, in a browser, would find that out. */
function holdsWhatTheWebFetches(file) {
  const files = unzipSync(readFileSync(file));
  for (const part of partsIn(files['extension/dist/extension.browser.js']))
    if (files[part] === undefined && existsSync(part.replace('extension/', '')))
      throw new Error(`${file}: ${part} is missing, which the web fetches.`);
}

/** Fails where the server that was packed answers an agent otherwise than the one that was built and tested, in whatever language. */
function runsAsBuilt(file) {
  const unpacked = mkdtempSync(join(tmpdir(), 'package-'));
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    mkdirSync(dirname(join(unpacked, name)), { recursive: true });
    writeFileSync(join(unpacked, name), bytes);
  }
  const ask = (id, method, params) => `${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`;
  const call = (id, name, asked) => ask(id, 'tools/call', { name, arguments: asked });
  const client = {
    protocolVersion: '2025-06-18',
    clientInfo: { name: 'package', version: '1' },
    capabilities: {},
  };
  const input =
    ask(1, 'initialize', client) +
    call(2, 'look_up_models', { names: ['qwen3:8b', 'gpt-4o'] }) +
    call(3, 'audit_project', {});
  const answer = (root) =>
    execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'mcp'], {
      cwd: 'test/fixtures/demo',
      encoding: 'utf8',
      input,
    });
  if (answer(join(unpacked, 'extension')) !== answer(resolve('.')))
    throw new Error(`${file}: the server in it answers otherwise than the one that was built.`);
  rmSync(unpacked, { recursive: true });
}
