/**
 * How large is the compiled catalog, how long does it take to be there, and does a look-up take longer in a larger one?
 *
 *   npm run bench -- catalog
 *
 * Loading is measured in processes of their own, as a program or an editor's extension host meets it, beside a plain
 * `JSON.parse` of all its lines in the same process. Look-ups are measured in the whole catalog and in a tenth of it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { withCoreBundle } from '../support/coreBundle.mjs';

const FILE = fileURLToPath(new URL('../../dist/catalog.jsonl', import.meta.url));
const PROCESSES = 9;
const ROUNDS = 5;

/** Prints the figures. Returns the exit code. */
export async function run() {
  const bytes = readFileSync(FILE);
  console.log(`dist/catalog.jsonl: ${kilobytes(bytes.length)}, ${kilobytes(gzipSync(bytes).length)} gzipped`);
  await withCoreBundle(
    [
      "export { decodeCatalog, encodeCatalog } from './catalog/compiled';",
      "export { createCatalog } from './catalog/createCatalog';",
    ],
    async (bundle) => {
      loading(bundle);
      lookingUp(await import(bundle.href));
    },
  );
  return 0;
}

function loading(bundle) {
  const runs = Array.from({ length: PROCESSES }, () =>
    JSON.parse(
      execFileSync(process.execPath, [join(import.meta.dirname, 'loadCatalog.mjs'), bundle.href, FILE], {
        encoding: 'utf8',
      }),
    ),
  );
  const [load, parse] = ['load', 'parse'].map((name) => median(runs.map((one) => one[name])));
  console.log(
    `loaded and asked once, in a new process (median of ${PROCESSES}): ${load.toFixed(1)} ms, ${(load / parse).toFixed(2)} × JSON.parse of its lines`,
  );
}

function lookingUp({ decodeCatalog, createCatalog }) {
  const whole = decodeCatalog(readFileSync(FILE, 'utf8'));
  const { models, licenses, organizations, sources, date } = whole;
  const tenth = createCatalog({
    date,
    models: models.filter((_, index) => index % 10 === 0),
    licenses,
    organizations,
    sources,
    families: [],
  });
  const ids = tenth.models.map(({ id }) => id);
  const [large, small] = [whole, tenth].map(
    (catalog) => best(() => ids.forEach((id) => catalog.resolve(id))) / ids.length,
  );
  console.log(
    `a look-up: ${(large * 1000).toFixed(1)} µs among ${models.length} models, ${(large / small).toFixed(2)} × one among ${ids.length}`,
  );
}

function best(work) {
  return Math.min(
    ...Array.from({ length: ROUNDS }, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );
}

function median(figures) {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} KB`;
}
